//! Stands in for the endpoint rules of a model until they are generated: regions of the public partitions.

use aws_smithy_types::endpoint::Endpoint;
use std::error::Error;
use std::fmt::{Display, Formatter};

/// What endpoints are found by.
#[derive(Clone, Debug, PartialEq)]
pub struct Params {
    region: Option<String>,
    use_dual_stack: bool,
    use_fips: bool,
    endpoint: Option<String>,
}

impl Params {
    /// A builder with nothing set.
    pub fn builder() -> ParamsBuilder {
        ParamsBuilder::default()
    }

    /// The region.
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// Whether the endpoint is to have IPv6.
    pub fn use_dual_stack(&self) -> Option<bool> {
        Some(self.use_dual_stack)
    }

    /// Whether the endpoint is to comply with FIPS 140.
    pub fn use_fips(&self) -> Option<bool> {
        Some(self.use_fips)
    }

    /// The URL that is to be used.
    pub fn endpoint(&self) -> Option<&str> {
        self.endpoint.as_deref()
    }
}

/// Builder of [`Params`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParamsBuilder {
    region: Option<String>,
    use_dual_stack: Option<bool>,
    use_fips: Option<bool>,
    endpoint: Option<String>,
}

macro_rules! setters {
    ($($name:ident, $set:ident: $Type:ty;)*) => {
        $(
            #[doc = concat!("Sets `", stringify!($name), "`.")]
            pub fn $name(self, value: impl Into<$Type>) -> Self {
                self.$set(Some(value.into()))
            }

            #[doc = concat!("Sets or clears `", stringify!($name), "`.")]
            pub fn $set(mut self, param: Option<$Type>) -> Self {
                self.$name = param;
                self
            }
        )*
    };
}

impl ParamsBuilder {
    setters! {
        region, set_region: String;
        use_dual_stack, set_use_dual_stack: bool;
        use_fips, set_use_fips: bool;
        endpoint, set_endpoint: String;
    }

    /// The [`Params`] as they were set.
    ///
    /// # Errors
    /// If the region cannot be a part of the name of a host.
    pub fn build(self) -> Result<Params, InvalidParams> {
        if let Some(region) = &self.region {
            let fits = region.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            if !fits || region.is_empty() || region.len() > 63 || region.starts_with('-') {
                return Err(InvalidParams(()));
            }
        }
        Ok(Params {
            region: self.region,
            use_dual_stack: self.use_dual_stack.unwrap_or_default(),
            use_fips: self.use_fips.unwrap_or_default(),
            endpoint: self.endpoint,
        })
    }
}

/// Parameters that no endpoint can be found by.
#[derive(Debug)]
pub struct InvalidParams(());

impl Display for InvalidParams {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str("invalid value for field: `region` - must be a valid host label")
    }
}

impl Error for InvalidParams {}

/// The endpoint of a service.
pub fn resolve(prefix: &str, params: &Params) -> Result<Endpoint, super::error::BoxError> {
    let url = match (&params.endpoint, &params.region) {
        (Some(_), _) if params.use_fips => {
            return Err("Invalid Configuration: FIPS and custom endpoint are not supported".into());
        }
        (Some(_), _) if params.use_dual_stack => {
            return Err("Invalid Configuration: Dualstack and custom endpoint are not supported".into());
        }
        (Some(url), _) => url.clone(),
        (None, None) => return Err("Invalid Configuration: Missing Region".into()),
        (None, Some(region)) => {
            let suffix = match (region.starts_with("cn-"), params.use_dual_stack) {
                (false, false) => "amazonaws.com",
                (false, true) => "api.aws",
                (true, false) => "amazonaws.com.cn",
                (true, true) => "api.amazonwebservices.com.cn",
            };
            let fips = if params.use_fips { "-fips" } else { "" };
            format!("https://{prefix}{fips}.{region}.{suffix}")
        }
    };
    Ok(Endpoint::builder().url(url).build())
}
