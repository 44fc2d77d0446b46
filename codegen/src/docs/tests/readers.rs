//! Whole documents: paragraphs, lists, notes, tables, and the limits of width and depth.

use insta::assert_snapshot;

use super::super::{markdown, work};
use super::lines;

#[test]
fn paragraphs_and_lists() {
    let html = "<p>Paints the <i>fence</i> in any colour that the shed still has, twice if it rains.</p> \
        <ul> <li> <p> <code>RED</code> - Loud.</p> </li> <li><p>BLUE</p><p>Calm, and more of it than fits \
        one line of sixty.</p> <ol><li>first<li>second</ol> </li> </ul> <p>Done.<br/>Really.<br></p>";
    assert_snapshot!(lines(html), @r"
    Paints the *fence* in any colour that the shed still has,
    twice if it rains.

    - `RED` - Loud.
    - BLUE

      Calm, and more of it than fits one line of sixty.
      1. first
      2. second

    Done.\
    Really.
    ");
}

#[test]
fn notes_terms_and_tables() {
    let html = "<note> <p>Wet paint.</p> <p>Do not sit.</p> </note><important>Never.</important>\
        <dl> <dt>Brush</dt> <dd> <p>A stick with hair.</p> </dd> <dt>Bare</dt> </dl>\
        <table><tr><th>Colour</th><th>Litres</th></tr><tr><td>Red</td><td><p>3</p></td></tr></table>";
    assert_snapshot!(lines(html), @r"
    **Note:** Wet paint.

    Do not sit.

    **Important:** Never.

    - **Brush**: A stick with hair.
    - **Bare**
    - Colour – Litres
    - Red – 3
    ");
}

#[test]
fn headings() {
    let html = "<h1>Fences</h1><p>Text.</p><h2>Kinds of <code>#</code> #</h2><p>More.</p><ul><li><h3>In</h3>";
    assert_snapshot!(lines(html), @r"
    Fences

    Text.

    ## Kinds of `#` \#

    More.

    - In
    ");
}

#[test]
fn lists_in_odd_places() {
    let html = "<li>alone</li><ul><ul><li>deep</li></ul><li>next<pre>a\n\nb</pre>tail</li></ul>text<ol></ol>\
        <ol><li></li><li>x</li></ol>";
    assert_snapshot!(lines(html), @r"
    - alone
    - deep
    - next

      ```text
      a

      b
      ```

      tail

    text

    1. x
    ");
}

#[test]
fn commonmark() {
    let text = "Opens the *gate*.\nSlowly.\n\n# Sides\n\n- left `a`\n- right\n  1. inner\n\n     more\n\n\
        > quoted\n\n***\nEnd\\\nof it <T>.";
    assert_snapshot!(lines(text), @r"
    Opens the *gate*. Slowly.

    # Sides

    - left `a`
    - right
      1. inner

         more

    quoted

    End\
    of it \<T>.
    ");
}

#[test]
fn words_that_begin_a_line_do_not_act() {
    let html = format!("<p>{} 1. - # + <code>a - b c</code></p>", "word ".repeat(11));
    assert_snapshot!(lines(&html), @r"
    word word word word word word word word word word word 1. -
    \# + `a - b c`
    ");
}

#[test]
fn width_counts_the_indentation() {
    let html = format!("<ul><li>{}<ul><li>{}</ul></ul>", "paint ".repeat(40), "fence ".repeat(40));
    let lines = markdown(&html, 40);
    assert!(lines.iter().all(|line| line.chars().count() <= 40), "{lines:#?}");
}

#[test]
fn size_and_depth_cost_linear_work() {
    for unit in [
        "<ul>",
        "<ul><li>",
        "<ul><li>a",
        "<ol><li>a</ul>",
        "<b>",
        "</b>",
        "<b>a</b><i>.</i>",
        "<a href='https://a.b'>x",
        "<td> <b> ",
        "[",
        "`",
        "*",
        "_a_",
        "<",
        "&",
        "<!--",
        "- ",
        "> ",
        "https://",
        "https://(",
        "https://a,",
        "(",
        "<dl><dt>x",
        "<pre>",
        "\\",
        "<t>",
    ] {
        let work = |count| {
            let text = unit.repeat(count);
            work::of(|| {
                let lines = markdown(&text, 100);
                assert!(lines.iter().map(String::len).sum::<usize>() < 40 * text.len(), "{unit}");
            })
        };
        let (some, more) = (work(2_000), work(20_000));
        assert!(more > 0 && more <= 12 * some, "{unit}: {some} steps, and {more} for ten times the text");
    }
}
