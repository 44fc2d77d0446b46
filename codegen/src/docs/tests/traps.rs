//! Inputs that break naive translations, one trap each.

use super::lines;

/// Compares documentation with the Markdown it becomes.
fn table(cases: &[(&str, &str)]) {
    for (given, expected) in cases {
        assert_eq!(lines(given), *expected, "for {given:?}");
    }
}

#[test]
fn markdown_does_not_act() {
    table(&[
        ("[foo]", r"\[foo\]"),
        ("one of [0-9]+", r"one of \[0-9\]+"),
        ("<p>a [b] <code>c</code></p>", r"a \[b\] `c`"),
        ("`", r"\`"),
        ("<p>`x</p>", r"\`x"),
        ("<p>*/ ends</p>", r"\*/ ends"),
        ("#[allow(x)]", r"\#\[allow(x)\]"),
        ("<p># no heading</p>", r"\# no heading"),
        ("<p>{ and }</p>", "{ and }"),
        ("<p>snake_case and _x_</p>", r"snake_case and \_x\_"),
        ("<p>a &amp;lt; b</p>", r"a \&lt; b"),
        ("<p>- a</p><p>+ b</p><p>1. c</p><p>> d</p><p>== e</p>", "\\- a\n\n\\+ b\n\n1\\. c\n\n\\> d\n\n\\== e"),
        ("<p>a --- b</p>", r"a -\-\- b"),
        ("<p>a|b ~c~</p>", r"a\|b \~c\~"),
        (r"<p>a\b</p>", r"a\\b"),
        ("\"\n}\nfn evil(){\"", "\" } fn evil(){\""),
    ]);
}

#[test]
fn html_stays_out() {
    table(&[
        ("<b>", ""),
        ("", ""),
        (" \n ", ""),
        ("List<T>", r"List\<T>"),
        ("<p>List<T> of</p>", r"List\<T> of"),
        ("<p>A <thing>b</thing></p>", "A b"),
        ("<code><T></code>", "`<T>`"),
        ("<code>Vec&lt;T&gt;</code>", "`Vec<T>`"),
        ("<p>&lt;b&gt;&quot;&eacute;&nbsp;&#33;</p>", "\\<b>\"é !"),
        ("<p>a<!-- b -->c</p>", "ac"),
        ("a<!-- b -->c", "ac"),
        ("<p>a <![CDATA[b & c]]> d</p>", "a b & c d"),
        ("<p>a <? b> c</p>", r"a \<? b> c"),
        ("<fullname>Product</fullname><p>Text.</p>", "Text."),
        ("<p>a<img src='x'>b</p>", "ab"),
        ("<p>a</b></i></ul></p></li>", "a"),
    ]);
}

#[test]
fn characters_are_cleaned() {
    table(&[
        ("a\r\nb", "a b"),
        ("a\rb\0c\td", "a bc d"),
        ("<p>a\u{202e}b&#x202E;c&#x2066;</p>", "abc"),
        ("a\u{200b}\u{feff}b\u{2028}c\u{7}", "ab c"),
        ("<pre>a\r\n\tb\u{202e}\0</pre>", "```text\na\n    b\n```"),
    ]);
    assert_eq!(lines("<p>a&#13;&#10;&#0;b</p>"), "a \u{fffd}b");
}

#[test]
fn nothing_becomes_a_doctest() {
    table(&[
        ("    let x = 1;", "let x = 1;"),
        ("Text.\n\n    let x = 1;", "Text.\n\n```text\nlet x = 1;\n```"),
        ("```rust\nlet x = 1;\n```", "```text\nlet x = 1;\n```"),
        ("```\nunclosed", "```text\nunclosed\n```"),
        ("<pre>let x;</pre>", "```text\nlet x;\n```"),
        ("<pre><code>\n  a\n\n    b</code></pre>", "```text\n  a\n\n    b\n```"),
        ("<pre>a ```` b</pre>", "`````text\na ```` b\n`````"),
        ("<p>a</p><pre>open", "a\n\n```text\nopen\n```"),
    ]);
}

#[test]
fn code_holds_anything() {
    table(&[
        ("<code>a`b</code>", "``a`b``"),
        ("<code>`</code>", "`` ` ``"),
        ("<code>a``` b</code>", "````a``` b````"),
        ("<code></code>a<code> </code>", "a"),
        ("<code>a</code><code>b</code>", "`ab`"),
        ("<code>  a \n b </code>", "`a b`"),
        ("<p>use<code> x </code>now", "use `x` now"),
        ("<code><b>a</b> <a href='https://b.example'>c</a></code>", "`a` [`c`](https://b.example)"),
        (r"<code>\</code>", r"`\`"),
    ]);
}

#[test]
fn links_lead_somewhere_or_are_text() {
    table(&[
        ("<a>CreateThing</a>", "CreateThing"),
        ("<a href='#x'>a</a> <a href='API_X.html'>b</a>", "a b"),
        ("<a href='javascript:alert(1)'>a</a>", "a"),
        ("<a href='https://a.example/b c(d)'>e [f]</a>.", r"[e \[f\]](https://a.example/b%20c%28d%29)."),
        ("<a href='https://a.example'></a>b", "b"),
        ("<a href='https://a.example'>https://a.example</a>", "<https://a.example>"),
        ("<a href='https://a.example'><code>x</code> y</a>", "[`x` y](https://a.example)"),
        ("See https://a.example/b_c.", "See <https://a.example/b_c>."),
        ("(https://a.example)", "(<https://a.example>)"),
        ("http:// and xhttp://a.b", "http:// and x<http://a.b>"),
        ("<p>Wow!<a href='https://a.example'>b</a></p>", r"Wow\![b](https://a.example)"),
        ("[a](https://a.example) [b](Foo::bar) ![c](d.png)", "[a](https://a.example) b c"),
    ]);
}

#[test]
fn emphasis_is_dropped_where_it_would_not_show() {
    table(&[
        ("<b>a</b> <i>b</i>", "**a** *b*"),
        ("<b> a </b>b", "**a** b"),
        ("<i> a </i>. <b>b </b>.NET", "*a*. **b** .NET"),
        ("x<b>\"a\"</b>y", "x\"a\"y"),
        ("x<b>a</b>y", "x**a**y"),
        ("<b>a</b><i>b</i>", "**a**b"),
        ("<b><i>a</i></b>", "**a**"),
        ("<b>a", "**a**"),
        ("<p><b>a</p><p>b</p>", "**a**\n\nb"),
        ("**a** _b_ a * b", r"**a** *b* a \* b"),
    ]);
}
