using System.Globalization;
using System.Text;

namespace SurvivalKit.Published;

/// <summary>The report of a search in words.</summary>
internal static class SynthesisText
{
    public static string Of(SynthesisResult result)
    {
        Study study = result.Cohort.Study;
        var text = new StringBuilder();
        text.Append(study.Synthetic).Append("\n\n");
        text.Append(Invariant($"Seed {result.Options.Seed}, {result.Search.Searches} searches by simulated annealing over times, events and uncounted indicators.\n"));
        text.Append("Minimised: the distance of each survival figure from the numbers that print the same, in units of its last printed decimal: first the sum\n");
        text.Append("of the squares, in the end the sum of the roots, so that few figures miss and the others print the same.\n");
        text.Append(Invariant($"Left at the end: {result.Search.Cost:0.###}{(result.WasStopped ? "; the search was ended by its time limit" : "")}.\n"));
        foreach (string line in TakenForGranted(result))
        {
            text.Append("Taken for granted: ").Append(line).Append('\n');
        }

        int same = result.Figures.Count(figure => figure is { PrintsSame: true, LeftOut: null });
        text.Append(Invariant($"\n{same} of {result.Figures.Length - result.LeftOut.Length} figures print the same.\n"));
        if (!result.Missed.IsEmpty)
        {
            text.Append("\nThe search came no nearer than this:\n\n");
            text.Append(Table(["figure", "printed", "reached", "units away"], result.Missed.Select(figure => new[]
            {
                figure.Claim.Id,
                figure.Claim.Printed,
                figure.Reached is { } reached ? Rounding.Text(reached, figure.Claim.Decimals + 2) : "none",
                figure.Distance is { } distance ? distance.ToString("0.0", CultureInfo.InvariantCulture) : "",
            })));
        }

        if (!result.LeftOut.IsEmpty)
        {
            text.Append("\nLeft out, since other printed numbers contradict it:\n\n");
            text.AppendJoin("", result.LeftOut.Select(figure => $"  {figure.Claim.Id}: {figure.LeftOut}\n"));
        }

        return text.ToString().TrimEnd('\n');
    }

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
            yield return Invariant($"{variable.Label} is not counted in the study: {values.Count(value => value == 1)} of {values.Length - missing} patients have it here")
                + (missing == 0 ? "." : Invariant($", {missing} have no value, since no solution with all values was found."));
        }
    }

    private static string Table(string[] header, IEnumerable<string[]> rows)
    {
        string[][] all = [header, .. rows];
        int[] widths = [.. header.Select((_, column) => all.Max(row => row[column].Length))];
        return string.Concat(all.Select(row => "  " + string.Join("  ", row.Select((cell, column) =>
            column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd() + "\n"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
