//! Paginators: calls that go on from page to page. What makes an operation one with pages are rows, whose meaning stands
//! below the machinery.

use super::client::Handle;
use super::client_call::{Call, send};
use super::client_customize::SendResult;
use super::client_feature::noting;
use aws_smithy_async::future::pagination_stream::PaginationStream;
use aws_smithy_async::future::pagination_stream::fn_stream::FnStream;
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::operation::BuildError;
use std::sync::Arc;

/// What a paginator gives: an output for each call, and an error in place of the last one if a call fails.
pub type Pages<O, E> = PaginationStream<SendResult<O, E>>;

/// An operation that gives its result in pages.
pub trait Paginated: Call<Input: Clone> {
    /// Says which page to give.
    type Token: Clone + Default + PartialEq + Send;

    /// The token in the input.
    fn page_token(input: &mut Self::Input) -> &mut Option<Self::Token>;

    /// The token of the page after this one.
    fn next_token(output: &Self::Output) -> Option<&Self::Token>;
}

/// The pages from the one on that the input asks for. A call is made when its page is asked for.
pub fn pages<O: Paginated>(
    client: Arc<Handle>,
    input: Result<O::Input, BuildError>,
    stop_on_duplicate_token: bool,
) -> Pages<O::Output, O::Error> {
    PaginationStream::new(FnStream::new(move |pages| {
        Box::pin(async move {
            let mut input = match input {
                Ok(input) => input,
                Err(error) => {
                    // Nobody is left to be told if this fails.
                    let _ = pages.send(Err(SdkError::construction_failure(error))).await;
                    return;
                }
            };
            let settings = noting(SmithySdkFeature::Paginator);
            loop {
                let page = send::<O>(&client, input.clone(), Some(settings.clone())).await;
                let is_last = !page.as_ref().is_ok_and(|page| turn::<O>(&mut input, page, stop_on_duplicate_token));
                if pages.send(page).await.is_err() || is_last {
                    return;
                }
            }
        })
    }))
}

/// Makes the input ask for the page after this one; `false` if there is none, which an empty token says as well.
fn turn<O: Paginated>(input: &mut O::Input, page: &O::Output, stop_on_duplicate_token: bool) -> bool {
    let next = O::next_token(page).filter(|next| **next != O::Token::default());
    let token = O::page_token(input);
    if next.is_none() || stop_on_duplicate_token && next == token.as_ref() {
        return false;
    }
    *token = next.cloned();
    true
}

/// `client_paginator! { Marker, Input, InputBuilder, Output, Error, FluentBuilder, Paginator; rows }` where the rows are
/// `token MEMBER: TYPE = |output| THE NEXT ONE`, `page_size MEMBER: TYPE` if the input has that, and
/// `items TYPE OF THEIR PAGINATOR = "PATH": TYPE = |output| ALL OF THE PAGE` if the output has some.
macro_rules! client_paginator {
    ($Op:ident, $Input:ident, $InputBuilder:ident, $Output:ident, $Error:ident, $Fluent:ident, $Paginator:ident;
        token $token:ident: $Token:ty = |$page:ident| $next:expr;
        $(page_size $size:ident: $Size:ty;)?
        $(items $Items:ident = $path:literal: $Item:ty = |$whole:ident| $items:expr;)?) => {
        impl crate::support::client_paginator::Paginated for $Op {
            type Token = $Token;

            fn page_token(input: &mut $Input) -> &mut ::std::option::Option<$Token> {
                &mut input.$token
            }

            fn next_token($page: &$Output) -> ::std::option::Option<&$Token> {
                $next
            }
        }

        impl $Fluent {
            /// Asks for all pages from this one on, one after the other.
            pub fn into_paginator(self) -> paginator::$Paginator {
                paginator::$Paginator { handle: self.handle, builder: self.inner, stop_on_duplicate_token: true }
            }
        }

        /// The result in pages.
        pub mod paginator {
            #[doc = concat!("All pages of [`", stringify!($Op), "`](super::", stringify!($Op), ").")]
            pub struct $Paginator {
                pub(super) handle: std::sync::Arc<crate::support::client::Handle>,
                pub(super) builder: super::$InputBuilder,
                pub(super) stop_on_duplicate_token: bool,
            }

            impl $Paginator {
                $(
                    #[doc = concat!("Sets how much a page has at most: the member `", stringify!($size), "` of the input.")]
                    pub fn page_size(mut self, page_size: $Size) -> Self {
                        self.builder.$size = ::std::option::Option::Some(page_size);
                        self
                    }
                )?

                /// Sets whether a page with the token of the page before is the last one, which it is by default. If
                /// not, the paginator asks again and again.
                pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self {
                    self.stop_on_duplicate_token = stop_on_duplicate_token;
                    self
                }

                $(
                    #[doc = concat!("The elements of `", $path, "` of all pages.")]
                    pub fn items(self) -> $Items {
                        $Items(self)
                    }
                )?

                /// The pages, as outputs. Each call is made when its page is asked for.
                ///
                /// A call that fails gives an error, and ends the stream.
                pub fn send(
                    self,
                ) -> aws_smithy_async::future::pagination_stream::PaginationStream<
                    ::std::result::Result<super::$Output, crate::error::SdkError<super::$Error>>,
                > {
                    let input = self.builder.build();
                    crate::support::client_paginator::pages::<super::$Op>(self.handle, input, self.stop_on_duplicate_token)
                }
            }

            $(
                #[doc = concat!("The elements of `", $path, "` of all pages of [`", stringify!($Op), "`](super::", stringify!($Op), ").")]
                pub struct $Items($Paginator);

                impl $Items {
                    /// The elements, one by one. Each call is made when its first element is asked for.
                    ///
                    /// A call that fails gives an error, and ends the stream.
                    pub fn send(
                        self,
                    ) -> aws_smithy_async::future::pagination_stream::PaginationStream<
                        ::std::result::Result<$Item, crate::error::SdkError<super::$Error>>,
                    > {
                        aws_smithy_async::future::pagination_stream::TryFlatMap::new(self.0.send())
                            .flat_map(|$whole: super::$Output| $items)
                    }
                }
            )?
        }
    };
}

pub(crate) use client_paginator;
