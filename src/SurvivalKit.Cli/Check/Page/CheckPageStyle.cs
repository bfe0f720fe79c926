namespace SurvivalKit.Cli;

/// <summary>The style sheet and the script of the page of a check.</summary>
internal static class CheckPageStyle
{
    /// <summary>What the page adds to <see cref="PageStyle.Css"/>.</summary>
    public const string Css = """
        main { max-width: 50rem; }
        main p { white-space: pre-line; margin: 0 0 .8rem; }
        main h3 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
        .wide { overflow-x: auto; margin: 1rem 0; }
        .wide:focus-visible, aside:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem; line-height: 1.4; }
        td { padding: .25rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top; }
        tr:first-child td { border-bottom: 2px solid var(--quiet); font-weight: 600; }
        mark { background: var(--grey-soft); color: inherit; border-bottom: .15rem solid var(--quiet); padding: 0 .1rem; scroll-margin: 8rem 0 8rem; }
        mark a { color: inherit; text-decoration: none; }
        mark a::after { font-size: .7em; margin-left: .1em; vertical-align: .25em; }
        .verdict::before { margin-right: .3em; }
        mark.v-inconsistent, mark.v-differs { background: var(--bad-soft); border-color: var(--bad); font-weight: 600; }
        mark.v-rounding, mark.v-unreachable { background: var(--fair-soft); border-color: var(--fair); }
        mark.v-recomputed, mark.v-matches-cohort { background: var(--calm-soft); border-color: var(--calm); }
        aside { border-left: .25rem solid var(--line); padding: .2rem .8rem; margin: .4rem 0 .8rem 1rem; font-size: .9rem; scroll-margin: 8rem 0; }
        aside[data-verdict="inconsistent"] { border-color: var(--bad); }
        aside[data-verdict="rounding"] { border-color: var(--fair); }
        aside q { font-style: italic; }
        aside:target, mark:target { outline: .15rem solid var(--link); outline-offset: .1rem; }
        .caution { border-left: .25rem solid var(--fair); padding-left: .75rem; }
        #filter { position: sticky; top: 0; z-index: 1; }
        #steps { display: flex; gap: .5rem; align-items: center; }
        @media print {
          #filter { display: none; }
          body { font-size: 10pt; }
          mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          aside { break-inside: avoid; }
          .wide { overflow: visible; }
        }
        """;

    public const string Script = """
        (function () {
          var steps = document.getElementById('steps'), output = steps.querySelector('output'), at = -1;
          function marks() {
            return [].filter.call(document.querySelectorAll('mark'), function (mark) {
              return getComputedStyle(document.getElementById(mark.id.replace('mark', 'note'))).display !== 'none';
            });
          }
          function step(by) {
            var all = marks();
            if (!all.length) { output.textContent = 'none'; return; }
            at = at < 0 && by < 0 ? all.length - 1 : (at + by + all.length) % all.length;
            all[at].querySelector('a').focus({ preventScroll: true });
            all[at].scrollIntoView({ block: 'center' });
            output.textContent = (at + 1) + ' of ' + all.length;
          }
          steps.hidden = false;
          steps.addEventListener('click', function (event) { if (event.target.value) step(+event.target.value); });
          document.getElementById('filter').addEventListener('change', function () { at = -1; output.textContent = marks().length + ' marked'; });
          document.addEventListener('keydown', function (event) {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            if (event.key === 'j' || event.key === 'k') { step(event.key === 'j' ? 1 : -1); event.preventDefault(); }
          });
          // A link to a note that the choice hides shows everything.
          window.addEventListener('hashchange', function () {
            var target = document.querySelector(':target');
            if (target && target.tagName === 'ASIDE' && getComputedStyle(target).display === 'none') {
              document.getElementById('show-all').checked = true;
              target.scrollIntoView({ block: 'center' });
            }
          });
        })();
        """;
}
