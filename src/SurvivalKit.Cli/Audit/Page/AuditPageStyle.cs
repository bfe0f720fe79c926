namespace SurvivalKit.Cli;

/// <summary>What the page of an audit adds to <see cref="PageStyle.Css"/>.</summary>
internal static class AuditPageStyle
{
    public const string Css = """
        .skip { position: absolute; left: -99rem; background: var(--paper); padding: .5rem 1rem; z-index: 3; }
        .skip:focus { left: .5rem; top: .5rem; }
        .page header { padding: 1.2rem 0 .8rem; margin-bottom: 0; }
        .page h1 { font-size: 1.45rem; max-width: 54rem; }
        .page h2 { margin: 1.6rem 0 .6rem; }
        h3 { font-size: 1.05rem; margin: 0; display: inline; }
        nav { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; }
        .quiet { color: var(--quiet); font-size: .9rem; }
        .failed { color: var(--bad); }
        .outcome { padding: .5rem .8rem; border-radius: .35rem; font-weight: 600; }
        header .outcome.bad, .outcome.bad { background: var(--bad-soft); color: var(--bad); }
        .outcome.good { background: var(--good-soft); color: var(--good); }
        .verdict::before { margin-right: .3em; }
        .counts { display: flex; flex-wrap: wrap; gap: .3rem 1rem; margin: 0 0 .6rem; font-variant-numeric: tabular-nums; }
        .findings { padding-left: 1.6rem; margin: 0 0 .8rem; }
        .findings li { margin: .15rem 0; }
        summary { cursor: pointer; }
        .findings details > p, .group li p { margin: .3rem 0 .6rem; padding-left: .8rem; border-left: .2rem solid var(--line); color: var(--ink); overflow-wrap: anywhere; }
        .touches { display: inline-block; min-width: 6.6rem; font-size: .85rem; color: var(--bad); }
        .group { margin: .3rem 0; }
        .place { border-top: 1px solid var(--line); padding: .5rem 0; content-visibility: auto; contain-intrinsic-size: auto 3rem; }
        .list { margin: .5rem 0; }
        .wide { overflow-x: auto; margin: .6rem 0; position: relative; }
        .printed, .claims, .facts { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .875rem; line-height: 1.35; }
        .printed th, .printed td, .claims th, .claims td, .facts th, .facts td { padding: .18rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; text-align: start; font-weight: normal; }
        .printed thead th, .claims thead th, .facts thead th { border-bottom: 2px solid var(--quiet); font-weight: 600; vertical-align: bottom; }
        .printed td { white-space: nowrap; }
        .printed tbody th { position: sticky; left: 0; background: var(--paper); min-width: 8rem; max-width: 16rem; }
        .printed .d1 { padding-left: 1.4rem; } .printed .d2 { padding-left: 2.2rem; } .printed .d3 { padding-left: 3rem; }
        .n { color: inherit; text-decoration: none; border-radius: .2rem; padding: 0 .15rem; cursor: pointer; }
        .n::after { font-size: .7em; margin-left: .1em; vertical-align: .25em; }
        .n:hover, .n.chosen { outline: .12rem solid var(--link); }
        .n.v-recomputed::after, .n.v-matches-cohort::after { color: var(--quiet); }
        .n.v-inconsistent { font-weight: 700; box-shadow: 0 0 0 .1rem var(--bad); }
        .wide + .quiet, .quiet + .quiet { margin: .15rem 0; }
        .n.v-not-checkable { color: var(--quiet); }
        .claims { width: 100%; }
        .claims td:nth-child(2) { white-space: nowrap; }
        .claims td:last-child { overflow-wrap: anywhere; }
        .claims small, .also { color: var(--quiet); }
        .also { margin: .2rem 0 0; font-size: .95em; }
        .claims tr:target { outline: .15rem solid var(--link); outline-offset: -.15rem; }
        .filtering .printed, .filtering .list > summary { display: none; }
        #panel { position: fixed; right: 1rem; bottom: 1rem; width: min(30rem, calc(100vw - 2rem)); max-height: 45vh; overflow-y: auto; background: var(--paper); color: var(--ink); border: 1px solid var(--quiet); border-radius: .4rem; box-shadow: 0 .3rem 1.2rem #0005; padding: .6rem .9rem; z-index: 2; font-size: .9rem; line-height: 1.45; }
        #panel p { margin: .25rem 0; overflow-wrap: anywhere; }
        #panel button { float: right; }
        .verdicts { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem 1.2rem; margin: .8rem 0; }
        .verdicts dd { margin: .1rem 0 0; color: var(--quiet); font-size: .875rem; }
        #paste { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--soft); border: 1px solid var(--line); border-radius: .35rem; padding: .8rem 1rem; font-size: .85rem; line-height: 1.5; }
        @media (max-width: 47.99rem) {
          .page { padding: 0 .8rem 3rem; }
          .page h1 { font-size: 1.2rem; }
          .page header { padding-top: .7rem; }
          .findings { padding-left: 1.3rem; }
          .touches { min-width: 0; }
          .claims, .claims tbody, .claims tr, .claims th, .claims td { display: block; }
          .claims thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .claims tr { border-bottom: 1px solid var(--line); padding: .4rem 0; }
          .claims tbody th, .claims tbody td { border: 0; padding: .1rem .2rem; }
          .claims tbody td:not(:last-child) { display: inline-block; margin-right: .8rem; }
          .claims td:nth-child(2)::before { content: "printed "; color: var(--quiet); }
          .claims td:nth-child(4):not(:empty)::before { content: "computed "; color: var(--quiet); }
          .printed tbody th { max-width: 9rem; }
        }
        @media print {
          nav, #filter, #copy, #panel, .skip, .list { display: none !important; }
          body { font-size: 10pt; }
          .wide { overflow: visible; }
          .place { content-visibility: visible; }
          .n, .verdict { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          .findings li, tr { break-inside: avoid; }
        }
        """;
}
