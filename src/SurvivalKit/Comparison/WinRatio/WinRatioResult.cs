using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Wins and losses of two groups: <see cref="WinRatioTest"/>.</summary>
public sealed class WinRatioResult : IResult
{
    internal WinRatioResult(
        ImmutableArray<string> outcomes, string groups, ImmutableArray<string> names, WinRatioOptions options, WinPairs pairs)
    {
        Groups = groups;
        (Treatment, Control) = (names[0], names[1]);
        Options = options;
        Outcomes = [.. outcomes.Select((outcome, k) => new WinCount(outcome, pairs.WinsBy[k], pairs.LossesBy[k]))];
        Pairs = pairs.Pairs;
        double ties = pairs.Weight - pairs.Wins - pairs.Losses;
        double winsAndHalf = pairs.Wins + (ties / 2);
        double lossesAndHalf = pairs.Losses + (ties / 2);
        double ratio = 0;
        double odds = 0;
        double benefit = 0;
        for (int i = 0; i < pairs.OfWins.Length; i++)
        {
            // A tie counts half for each side, so that the two halves change by half the difference.
            (double wins, double losses) = (pairs.OfWins[i], pairs.OfLosses[i]);
            ratio += Square((wins / pairs.Wins) - (losses / pairs.Losses));
            odds += Square((wins - losses) / 2 * ((1 / winsAndHalf) + (1 / lossesAndHalf)));
            benefit += Square((wins - losses) / pairs.Weight);
        }

        WinRatio = WinEstimate.OfRatio(pairs.Wins / pairs.Losses, ratio, options.Level);
        WinOdds = WinEstimate.OfRatio(winsAndHalf / lossesAndHalf, odds, options.Level);
        NetBenefit = WinEstimate.OfDifference((pairs.Wins - pairs.Losses) / pairs.Weight, benefit, options.Level);

        static double Square(double value) => value * value;
    }

    /// <summary>The group and the strata, as they were given.</summary>
    public string Groups { get; }

    /// <summary>The group whose wins are counted.</summary>
    public string Treatment { get; }

    /// <summary>The other group.</summary>
    public string Control { get; }

    /// <summary>The options.</summary>
    public WinRatioOptions Options { get; }

    /// <summary>The number of treated subjects.</summary>
    public int Treated { get; internal init; }

    /// <summary>The number of controls.</summary>
    public int Controls { get; internal init; }

    /// <summary>The number of rows left out because a value was missing.</summary>
    public int Omitted { get; internal init; }

    /// <summary>The number of pairs.</summary>
    public long Pairs { get; }

    /// <summary>The pairs that each outcome decided.</summary>
    public ImmutableArray<WinCount> Outcomes { get; }

    /// <summary>The pairs that no outcome decided.</summary>
    public long Undecided => Pairs - Outcomes.Sum(outcome => outcome.Wins + outcome.Losses);

    /// <summary>Wins divided by losses; with strata of their sums weighted by one over the size of a stratum.</summary>
    public WinEstimate WinRatio { get; }

    /// <summary>The same with each tie as half a win and half a loss (Dong et al. 2020).</summary>
    public WinEstimate WinOdds { get; }

    /// <summary>The share of pairs won minus that of pairs lost (Buyse 2010).</summary>
    public WinEstimate NetBenefit { get; }

    /// <summary>What to know of the data before the numbers are used, a sentence each.</summary>
    public ImmutableArray<string> Cautions { get; internal init; } = [];

    /// <summary>A row for each measure: measure, estimate, se, lower, upper, p.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("measure", Measures.Select(measure => measure.Name)),
        FrameColumn.Numbers("estimate", Measures.Select(measure => measure.Value.Estimate)),
        FrameColumn.Numbers("se", Measures.Select(measure => measure.Value.StandardError)),
        FrameColumn.Numbers("lower", Measures.Select(measure => measure.Value.Lower)),
        FrameColumn.Numbers("upper", Measures.Select(measure => measure.Value.Upper)),
        FrameColumn.Numbers("p", Measures.Select(measure => measure.Value.P)));

    /// <summary>A row for each measure, and one for each outcome.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            $"Win ratio: {Treatment} against {Control}",
            [
                new("measure", TableAlignment.Left),
                .. TableColumns.Numbers("estimate", "se"),
                .. TableColumns.Limits(Options.Level),
                new("P"),
            ],
            Measures.Select(measure => new TableRow(
            [
                measure.Name,
                TableCell.Number(measure.Value.Estimate, NumberKind.Estimate),
                TableCell.Number(measure.Value.StandardError, NumberKind.Error),
                TableCell.Number(measure.Value.Lower, NumberKind.Estimate),
                TableCell.Number(measure.Value.Upper, NumberKind.Estimate),
                TableCell.Number(measure.Value.P, NumberKind.P),
            ])),
            "The se of a ratio is that of its logarithm.")
        {
            Lead =
            [
                FormattableString.Invariant($"{Treatment}: n = {Treated}, {Control}: n = {Controls}; {Pairs} pairs."),
                .. ResultSentences.LeftOut(Omitted),
            ],
            Cautions = Cautions,
        },
        new(
            "Pairs by the outcome that decided them",
            [new("outcome", TableAlignment.Left), .. TableColumns.Numbers("wins", "losses")],
            [
                .. Outcomes.Select(outcome => new TableRow(
                [
                    outcome.Outcome,
                    TableCell.Number(outcome.Wins, NumberKind.Count),
                    TableCell.Number(outcome.Losses, NumberKind.Count),
                ])),
                new TableRow(
                [
                    "all",
                    TableCell.Number(Outcomes.Sum(outcome => outcome.Wins), NumberKind.Count),
                    TableCell.Number(Outcomes.Sum(outcome => outcome.Losses), NumberKind.Count),
                ]),
            ],
            FormattableString.Invariant($"No outcome decided {Undecided} pairs.")),
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["groups"] = Groups,
        ["treatment"] = Treatment,
        ["control"] = Control,
        ["treated"] = Treated,
        ["controls"] = Controls,
        ["omitted"] = Omitted,
        ["pairs"] = Pairs,
        ["undecided"] = Undecided,
        ["outcomes"] = Outcomes.Select(outcome => new ResultRecord
        {
            ["outcome"] = outcome.Outcome,
            ["wins"] = outcome.Wins,
            ["losses"] = outcome.Losses,
        }),
        ["winRatio"] = RecordOf(WinRatio),
        ["winOdds"] = RecordOf(WinOdds),
        ["netBenefit"] = RecordOf(NetBenefit),
        ["level"] = Options.Level,
        ["cautions"] = Cautions,
    };

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();

    private ImmutableArray<(string Name, WinEstimate Value)> Measures =>
        [("win ratio", WinRatio), ("win odds", WinOdds), ("net benefit", NetBenefit)];

    private static ResultRecord RecordOf(WinEstimate estimate) => new()
    {
        ["estimate"] = estimate.Estimate,
        ["se"] = estimate.StandardError,
        ["lower"] = estimate.Lower,
        ["upper"] = estimate.Upper,
        ["p"] = estimate.P,
    };
}
