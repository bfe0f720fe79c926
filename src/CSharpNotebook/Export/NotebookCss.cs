namespace CSharpNotebook.Export;

/// <summary>The style sheets. The section sign stands for the class prefix.</summary>
internal static class NotebookCss
{
    /// <summary>What a separate page needs in addition to the notebook.</summary>
    public const string Page = """
        :root { color-scheme: light dark; }
        body { margin: 0; background: #fff; color: #1c2024; }
        main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
        @media (prefers-color-scheme: dark) { body { background: #15181c; color: #e4e7eb; } }
        @media print { main { max-width: none; padding: 0; } body { background: #fff; color: #000; } }
        """;

    public const string Template = """
        .§ { --§-line: #d5dae0; --§-soft: #f5f7f9; --§-quiet: #5b6672; --§-link: #0b5cad; --§-wrong: #a4161a; --§-wrong-soft: #fdf1f1;
          --§-keyword: #0a49a8; --§-type: #1f6f78; --§-method: #6b4a00; --§-string: #99310f; --§-number: #0a6640; --§-comment: #5b6b57;
          font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word; }
        .§ section { margin: 0 0 1.25rem; }
        .§ h1, .§ h2, .§ h3, .§ h4, .§ h5, .§ h6 { line-height: 1.25; margin: 1.6em 0 .5em; }
        .§ section:first-child > :first-child { margin-top: 0; }
        .§ h1 { font-size: 1.8rem; } .§ h2 { font-size: 1.4rem; } .§ h3 { font-size: 1.15rem; }
        .§ h4, .§ h5, .§ h6 { font-size: 1rem; }
        .§ p, .§ ul, .§ ol, .§ blockquote { margin: 0 0 .8em; }
        .§ blockquote { border-left: .25rem solid var(--§-line); padding-left: 1rem; color: var(--§-quiet); }
        .§ a { color: var(--§-link); }
        .§ img, .§ svg { max-width: 100%; height: auto; }
        .§ pre, .§ code { font: .875rem/1.5 ui-monospace, "Cascadia Code", "SF Mono", Consolas, "DejaVu Sans Mono", monospace; tab-size: 4; }
        .§ pre { margin: 0; white-space: pre; overflow-x: auto; }
        .§-text code { background: var(--§-soft); border-radius: .2rem; padding: .1em .3em; }
        .§-text pre { background: var(--§-soft); border-radius: .35rem; padding: .7rem .9rem; margin-bottom: .8em; }
        .§-text pre code { background: none; padding: 0; }
        .§-source { display: flex; background: var(--§-soft); border: 1px solid var(--§-line); border-radius: .35rem; }
        .§-source pre { flex: 1; min-width: 0; padding: .7rem .9rem .7rem 0; }
        .§-count { flex: none; min-width: 1.6rem; padding: .7rem .7rem 0; text-align: right; color: var(--§-quiet); font: .875rem/1.5 ui-monospace, monospace; user-select: none; }
        .§-keyword { color: var(--§-keyword); } .§-type { color: var(--§-type); } .§-method { color: var(--§-method); }
        .§-string { color: var(--§-string); } .§-number { color: var(--§-number); } .§-comment { color: var(--§-comment); font-style: italic; }
        .§-directive { color: var(--§-quiet); }
        .§ .§-out { margin: .75rem 0 0; overflow-x: auto; }
        .§ .§-stdout, .§ .§-stderr, .§ .§-plain { white-space: pre-wrap; }
        .§ .§-stderr { border-left: .25rem solid var(--§-wrong); padding-left: .75rem; }
        .§-error { border: 1px solid var(--§-wrong); border-radius: .35rem; background: var(--§-wrong-soft); padding: .7rem .9rem; }
        .§-error strong { color: var(--§-wrong); } .§-error p { margin: 0 0 .4em; }
        .§ table { border-collapse: collapse; margin: 0 0 .8em; font-variant-numeric: tabular-nums; font-size: .925rem; line-height: 1.4; }
        .§ th, .§ td { padding: .3rem .7rem; border-bottom: 1px solid var(--§-line); text-align: start; vertical-align: top; }
        .§ thead th { border-bottom: 2px solid var(--§-quiet); font-weight: 600; }
        .§ caption { text-align: start; font-weight: 600; padding: 0 0 .4rem; }
        .§ summary { cursor: pointer; }
        .§-math { font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", Georgia, serif; font-style: italic; white-space: pre-wrap; }
        div.§-math { margin: 0 0 .8em; text-align: center; }
        @media (prefers-color-scheme: dark) {
          .§ { --§-line: #363d45; --§-soft: #1d2126; --§-quiet: #9aa5b1; --§-link: #7ab7ff; --§-wrong: #ff8a8a; --§-wrong-soft: #2b1b1d;
            --§-keyword: #86b6ff; --§-type: #6fd0c4; --§-method: #e6c37a; --§-string: #f0a183; --§-number: #8fd6a4; --§-comment: #93a58d; }
          .§-image, .§-html > svg, .§-html > * > svg, .§-html > img { background: #fff; border-radius: .35rem; }
          /* A picture with a style sheet of its own knows how it looks in the dark. */
          .§-image:has(> svg > style) { background: none; }
        }
        @media print {
          .§ { font-size: 10pt; --§-soft: #fff; --§-wrong-soft: #fff; --§-line: #999; --§-quiet: #444; --§-link: #000; --§-wrong: #7a0000;
            --§-keyword: #0a3a86; --§-type: #17555c; --§-method: #4f3700; --§-string: #7a270c; --§-number: #084d31; --§-comment: #444; }
          .§ pre { white-space: pre-wrap; overflow: visible; }
          .§ .§-out { overflow: visible; }
          .§-image, .§ tr, .§-error { break-inside: avoid; }
          .§ h1, .§ h2, .§ h3, .§ h4 { break-after: avoid; }
        }
        """;
}
