using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>The report of a search as text and tables.</summary>
internal static class SynthesisTables
{
    public static ImmutableArray<TableModel> Build(SynthesisResult result)
    {
        int same = result.Figures.Count(figure => figure is { PrintsSame: true, LeftOut: null });
        return
        [
            new("", [], [])
            {
                Lead =
                [
                    result.Cohort.Study.Synthetic,
                    Invariant(
                        $"Seed {result.Options.Seed}, {result.Search.Searches} searches by simulated annealing over times, events and uncounted indicators."),
                    "Minimised: the distance of each survival figure from the numbers that print the same, in units of its last printed decimal:",
                    "squared where it is small, so that near figures come within; if some are left, the sum of the roots, so that few miss.",
                    Invariant(
                        $"Left at the end: {result.Search.Misfit:0.###}{(result.WasStopped ? "; the search was ended by its time limit" : "")}."),
                    .. TakenForGranted(result).Select(line => "Taken for granted: " + line),
                    Invariant($"{same} of {result.Figures.Length - result.LeftOut.Length} figures print the same."),
                ],
            },
            .. result.Readings.IsEmpty ? [] : (TableModel[])[Readings(result)],
            .. result.Missed.IsEmpty ? [] : (TableModel[])[Missed(result)],
            .. result.LeftOut.IsEmpty ? [] : (TableModel[])[LeftOut(result)],
        ];
    }

    public static ResultRecord RecordOf(SynthesisResult result) => new()
    {
        ["study"] = result.Cohort.Study.Id,
        ["seed"] = result.Options.Seed,
        ["stopped"] = result.WasStopped,
        ["printedTheSame"] = result.Figures.Count(figure => figure is { PrintsSame: true, LeftOut: null }),
        ["missed"] = result.Missed.Length,
        ["leftOut"] = result.LeftOut.Length,
        ["readings"] = result.Readings.Select(trial => new ResultRecord
        {
            ["kind"] = trial.Kind,
            ["reading"] = trial.Reading,
            ["missed"] = trial.Missed,
            ["taken"] = trial.IsTaken,
        }),
        ["figures"] = result.Figures.Select(figure => new ResultRecord
        {
            ["id"] = figure.Claim.Id,
            ["printed"] = figure.Claim.Printed,
            ["reached"] = figure.Judgement.Computed,
            ["unitsAway"] = figure.Distance,
            ["printsSame"] = figure.PrintsSame,
            ["rule"] = figure.Rule,
            ["leftOut"] = figure.LeftOut,
        }),
    };

    private static TableModel Readings(SynthesisResult result) => new(
        "How figures may have been computed, and how many a short search misses then",
        [
            new("methods.readings", TableAlignment.Left), new("reading", TableAlignment.Left), new("missed"),
            new("taken", TableAlignment.Left),
        ],
        result.Readings.Select(trial => new TableRow(
            [trial.Kind, trial.Reading, TableCell.Number(trial.Missed, NumberKind.Count), trial.IsTaken ? "yes" : "no"])),
        result.MissedOtherwise is { } missed
            ? [
                "The readings that were best in short searches and those of the study file had a whole search each, which missed "
                    + $"{result.Missed.Length} figures by those taken and {missed} by the others.",
            ]
            : []);

    private static TableModel Missed(SynthesisResult result) => new(
        "The search came no nearer than this",
        [new("figure", TableAlignment.Left), new("printed"), new("reached"), new("units away")],
        result.Missed.Select(figure => new TableRow(
        [
            figure.Claim.Id,
            figure.Claim.Printed,
            figure.Judgement.Computed is { } reached ? Rounding.Text(reached, figure.Claim.Decimals + 2) : "none",
            TableCell.Number(figure.Distance, NumberKind.Percent, ""),
        ])));

    private static TableModel LeftOut(SynthesisResult result) => new(
        "Left out, since other printed numbers contradict it",
        [new("figure", TableAlignment.Left), new("reason", TableAlignment.Left) { IsProse = true }],
        result.LeftOut.Select(figure => new TableRow([figure.Claim.Id, figure.LeftOut!])));

    private static IEnumerable<string> TakenForGranted(SynthesisResult result)
    {
        Study study = result.Cohort.Study;
        CoxMeasure[] models = [.. study.Rows.Select(row => row.Measure).OfType<CoxMeasure>()];
        if (models.Length > 0)
        {
            yield return $"{string.Join(", ", models.Select(model => model.Ties).Distinct())} ties, Wald intervals, complete cases.";
        }

        foreach (string note in study.Rows.Where(row => row.Measure is CoxMeasure).Select(row => row.Note).OfType<string>().Distinct())
        {
            CoxMeasure[] noted = [.. study.Rows.Where(row => row.Note == note).Select(row => row.Measure).OfType<CoxMeasure>()];
            yield return $"models of {string.Join("; ", noted.Select(model => string.Join(", ", model.Covariates)).Distinct())}. {note}";
        }

        foreach (StudyVariable variable in study.Variables.Where(v => v is { Kind: VariableKind.Indicator, Share: not null }))
        {
            double?[] values = result.Cohort.Columns.Numbers(variable.Name);
            int missing = values.Count(value => value is null);
            yield return Invariant(
                $"{variable.Label} is not counted in the study: {values.Count(value => value == 1)} of {values.Length - missing} patients have it here")
                + (missing == 0 ? "." : Invariant($", {missing} have no value, since no solution with all values was found."));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
