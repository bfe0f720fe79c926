namespace SurvivalKit.Cli;

/// <summary>The style sheet and the script of the report.</summary>
internal static class ReportStyle
{
    /// <summary>What the report adds to <see cref="PageStyle.Css"/>.</summary>
    public const string Css = """
        .failed { color: var(--bad); }
        header .synthetic { color: var(--ink); border-left: .25rem solid var(--fair); padding-left: .75rem; }
        nav h2 { font-size: 1rem; margin: 0 0 .5rem; }
        nav ol, nav ul { list-style: none; margin: 0; padding: 0; }
        nav li { margin: .25rem 0; }
        nav a { text-decoration: none; }
        nav a:hover { text-decoration: underline; }
        nav ul { padding-left: .9rem; font-size: .875rem; }
        nav ul a { color: var(--quiet); }
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
