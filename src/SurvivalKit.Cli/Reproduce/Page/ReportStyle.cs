namespace SurvivalKit.Cli;

/// <summary>The style sheet and the script of the report.</summary>
internal static class ReportStyle
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
        header .synthetic { color: var(--ink); border-left: .25rem solid var(--fair); padding-left: .75rem; }
        nav h2 { font-size: 1rem; margin: 0 0 .5rem; }
        nav ol, nav ul { list-style: none; margin: 0; padding: 0; }
        nav li { margin: .25rem 0; }
        nav a { text-decoration: none; }
        nav a:hover { text-decoration: underline; }
        nav ul { padding-left: .9rem; font-size: .875rem; }
        nav ul a { color: var(--quiet); }
        .failed { color: var(--bad); }
        main > section:first-child h2 { margin-top: 0; }
        .chapter { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 2rem; }
        .file { color: var(--quiet); font-size: .875rem; margin: 0 0 .5rem; }
        .outcome { padding: .7rem 1rem; border-radius: .35rem; font-weight: 600; }
        .outcome.good { background: var(--good-soft); color: var(--good); }
        .outcome.bad { background: var(--bad-soft); color: var(--bad); }
        .verdicts { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .75rem; margin: 1.25rem 0; }
        .verdicts div { border: 1px solid var(--line); border-radius: .35rem; padding: .6rem .8rem; }
        .verdicts dt { display: flex; justify-content: space-between; align-items: baseline; }
        .verdicts b { font-size: 1.3rem; font-variant-numeric: tabular-nums; }
        .verdicts dd { margin: .2rem 0 0; color: var(--quiet); font-size: .875rem; }
        .verdict { display: inline-block; border-radius: .25rem; padding: 0 .45rem; font-size: .85rem; white-space: nowrap; background: var(--grey-soft); color: var(--ink); }
        .v-matches-cohort { background: var(--good-soft); color: var(--good); }
        .v-recomputed { background: var(--calm-soft); color: var(--calm); }
        .v-rounding, .v-unreachable { background: var(--fair-soft); color: var(--fair); }
        .v-differs, .v-inconsistent { background: var(--bad-soft); color: var(--bad); }
        .wide { overflow-x: auto; }
        .page table:not(article table) { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem; line-height: 1.4; }
        .page th:not(article th), .page td:not(article td) { padding: .3rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top; }
        .page thead th:not(article th) { border-bottom: 2px solid var(--quiet); font-weight: 600; vertical-align: bottom; }
        .page caption:not(article caption) { text-align: start; font-weight: 600; padding-bottom: .4rem; }
        h3 { font-size: 1.1rem; margin: 2rem 0 .6rem; }
        .claims { width: 100%; }
        .claims th, .claims td { text-align: start; }
        .claims tbody th { font-weight: normal; min-width: 13rem; max-width: 22rem; overflow-wrap: anywhere; }
        .claims tbody .place th { font-weight: 600; background: var(--soft); max-width: none; }
        .claims td:nth-child(2) { white-space: nowrap; }
        .claims td:nth-child(4) { min-width: 9.5rem; max-width: 12rem; }
        .claims td:last-child { min-width: 22rem; overflow-wrap: anywhere; }
        .claims small, .claims details { color: var(--quiet); }
        .claims details p { margin: .3rem 0; }
        .claims summary { cursor: pointer; }
        .claims .changed { background: var(--bad-soft); }
        .claims tr:target { outline: .15rem solid var(--link); outline-offset: -.15rem; }
        .witnesses li { margin: .5rem 0; overflow-wrap: anywhere; }
        #paste { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--soft); border: 1px solid var(--line); border-radius: .35rem; padding: .8rem 1rem; font-size: .85rem; line-height: 1.5; max-height: 24rem; overflow-y: auto; }
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
        @media (max-width: 47.99rem) {
          .page { padding: 0 .8rem 3rem; }
          .claims, .claims tbody, .claims tr, .claims th, .claims td { display: block; }
          .claims thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .claims tbody tr:not(.place) { border-bottom: 1px solid var(--line); padding: .5rem 0; }
          .page .claims tbody th, .page .claims tbody td { border: 0; padding: .1rem .2rem; min-width: 0; max-width: none; }
          .page .claims tbody td:not(:last-child) { display: inline-block; margin-right: .8rem; }
          .claims td:nth-child(2)::before { content: "printed "; color: var(--quiet); }
          .claims td:nth-child(4):not(:empty)::before { content: "computed "; color: var(--quiet); }
        }
        #code { margin: .8rem 0; }
        .plain .nb-source { display: none; }
        #summary tbody tr:last-child { font-weight: 600; }
        @media (max-width: 67.99rem) { nav ul { display: none; } }
        @media (min-width: 68rem) {
          .columns { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 2.5rem; align-items: start; }
          nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 1rem 0; }
        }
        @media print { nav, #filter, #code, #copy { display: none !important; } .columns { display: block; } .wide { overflow: visible; } #paste { max-height: none; } }
        """;

    public const string Script = """
        (function () {
          var form = document.getElementById('narrow'), bodies = [].slice.call(document.querySelectorAll('.claims tbody')), all = document.querySelectorAll('.claims tr[data-verdict]').length;
          function choose() {
            var shown = 0, place = form.elements.place.value, words = form.elements.words.value.toLowerCase();
            var verdict = document.querySelector('#filter [name=verdict]:checked').value;
            bodies.forEach(function (body) {
              var kept = 0;
              [].forEach.call(body.querySelectorAll('tr[data-verdict]'), function (row) {
                row.hidden = (place && row.dataset.place !== place) || row.textContent.toLowerCase().indexOf(words) < 0;
                if (!row.hidden) kept++;
                if (!row.hidden && (verdict === 'all' || row.dataset.verdict === verdict)) shown++;
              });
              body.hidden = kept === 0;
            });
            form.querySelector('output').textContent = shown + ' of ' + all + ' claims';
          }
          form.hidden = false;
          document.getElementById('filter').addEventListener('input', choose);
          form.addEventListener('submit', function (event) { event.preventDefault(); });
          // A link to a claim shows it whatever is chosen.
          window.addEventListener('hashchange', function () {
            if (document.querySelector('.claims tr:target')) {
              document.getElementById('show-all').checked = true;
              form.reset();
              choose();
              document.querySelector('.claims tr:target').scrollIntoView();
            }
          });
          choose();
          var copy = document.getElementById('copy'), paste = document.getElementById('paste');
          copy.hidden = false;
          copy.addEventListener('click', function () {
            var range = document.createRange();
            range.selectNodeContents(paste);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            copy.textContent = document.execCommand('copy') ? 'Copied' : 'Selected';
          });
          var code = document.getElementById('code');
          code.hidden = false;
          code.addEventListener('click', function () { code.textContent = document.body.classList.toggle('plain') ? 'Show code' : 'Hide code'; });
        })();
        """;
}
