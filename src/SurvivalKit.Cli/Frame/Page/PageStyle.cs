namespace SurvivalKit.Cli;

/// <summary>The style sheet that the pages share: colours by day and by night, headings, verdicts, and the choice above a list.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --paper: #fff; --ink: #1c2024; --quiet: #5b6672; --line: #d5dae0; --soft: #f5f7f9; --link: #0b5cad;
          --good: #0a6640; --good-soft: #e8f4ee; --bad: #a4161a; --bad-soft: #fdf1f1; --fair: #7a4b00; --fair-soft: #fdf4e3; --calm: #0b5cad; --calm-soft: #e9f2fb; --grey-soft: #eceff2; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #15181c; --ink: #e4e7eb; --quiet: #9aa5b1; --line: #363d45; --soft: #1d2126; --link: #7ab7ff;
            --good: #8fd6a4; --good-soft: #16291f; --bad: #ff8a8a; --bad-soft: #2b1b1d; --fair: #e6c37a; --fair-soft: #2b2416; --calm: #86b6ff; --calm-soft: #16222f; --grey-soft: #262b31; } }
        * { box-sizing: border-box; }
        [hidden] { display: none !important; }
        html { scroll-padding-top: 1rem; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word; }
        a { color: var(--link); }
        .page { max-width: 84rem; margin: 0 auto; padding: 0 1.25rem 4rem; }
        header { padding: 2rem 0 1rem; border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; }
        h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .6rem; max-width: 46rem; }
        h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.5rem 0 .8rem; }
        header p { margin: 0 0 .4rem; color: var(--quiet); max-width: 60rem; }
        .verdict { display: inline-block; border-radius: .25rem; padding: 0 .45rem; font-size: .85rem; white-space: nowrap; background: var(--grey-soft); color: var(--ink); }
        .v-matches-cohort { background: var(--good-soft); color: var(--good); }
        .v-recomputed { background: var(--calm-soft); color: var(--calm); }
        .v-rounding, .v-unreachable { background: var(--fair-soft); color: var(--fair); }
        .v-differs, .v-inconsistent { background: var(--bad-soft); color: var(--bad); }
        #filter { display: flex; flex-wrap: wrap; gap: .6rem 1.25rem; align-items: center; background: var(--soft); border: 1px solid var(--line); border-radius: .35rem; padding: .6rem .9rem; margin-bottom: 1rem; }
        #filter fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1rem; }
        #filter legend { float: left; margin-right: 1rem; padding: 0; color: var(--quiet); }
        #filter label { cursor: pointer; }
        #narrow { display: flex; flex-wrap: wrap; gap: .6rem 1.25rem; align-items: center; margin: 0; }
        #narrow[hidden] { display: none; }
        #filter input[type=search], #filter select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .25rem; padding: .1rem .4rem; max-width: 100%; }
        #filter output { color: var(--quiet); }
        a:focus-visible, input:focus-visible, select:focus-visible, button:focus-visible, summary:focus-visible, #paste:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; }
        button { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--line); border-radius: .25rem; padding: .15rem .6rem; cursor: pointer; }
        """;
}
