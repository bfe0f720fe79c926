namespace SurvivalKit;

/// <summary>The notes below a regression table.</summary>
internal static class RegressionNotes
{
    /// <summary>What stands in place of a ratio that is not estimable.</summary>
    public const string Missing = "NE";

    /// <summary>Whether some fits have robust errors and others not.</summary>
    public static bool AreMixed(RegressionTable table) => table.Fits.Select(model => model.Fit.IsRobust).Distinct().Count() == 2;

    /// <summary>What the ratio and its interval are.</summary>
    public static string Interval(RegressionTable table)
    {
        string interval = AreMixed(table) ? "Wald confidence interval, robust where said"
            : table.Fits[0].Fit.IsRobust ? "Wald confidence interval by the robust standard error"
            : "Wald confidence interval";
        return $"HR: hazard ratio; CI: {interval}.";
    }

    /// <summary>All notes of a table of variables.</summary>
    public static IEnumerable<TableNote> Of(RegressionTable table)
    {
        yield return Interval(table);
        RegressionCell[] cells = [.. table.Rows.SelectMany(row => row.Cells).OfType<RegressionCell>()];
        foreach (string test in cells.Select(cell => cell.Test?.Test).OfType<string>().Distinct())
        {
            yield return $"P of a variable with several coefficients: {test} of all of them.";
        }

        if (cells.Any(cell => !cell.IsEstimable))
        {
            yield return $"{Missing}: not estimable.";
        }

        if (table.Options.EValues)
        {
            string approximation = table.Fits.Any(model => RegressionTermRows.IsCommon(model.Fit))
                ? $"; the risk ratio is approximated where more than {NumberText.Level(EValue.CommonFrom)} have the event"
                : "";
            yield return "E-value (of the limit nearer to 1): the risk ratio that an unmeasured confounder would need with both variable "
                + $"and outcome to explain the hazard ratio away{approximation}.";
        }

        foreach (RegressionModel model in table.Models)
        {
            string heading = model.Heading.Length == 0 ? "" : model.Heading + ": ";
            yield return heading + (model.Fits is [var only] ? Sample(only, AreMixed(table)) : Samples(model));
        }
    }

    /// <summary>The cautions of all fits, each once, with the heading of its model.</summary>
    public static IEnumerable<string> Cautions(RegressionTable table) => table.Fits
        .SelectMany(model => model.Fit.Cautions.Select(caution => model.Heading.Length == 0 ? caution : $"{model.Heading}: {caution}"))
        .Distinct();

    private static string Sample(CoxFit fit, bool saysRobust) => string.Join(
        " ",
        [
            FormattableString.Invariant(
                $"n = {fit.Subjects ?? fit.Observations}, events = {fit.Events}{(saysRobust && fit.IsRobust ? "; robust" : "")}."),
            .. ResultSentences.LeftOut(fit.Omitted, fit.Weightless),
            .. fit.Undefined,
        ]);

    private static string Samples(RegressionModel model) =>
        $"{NumberText.Count(model.Fits.Length, "model")}, {Range("n", model.Fits.Select(fit => fit.Subjects ?? fit.Observations))}, "
        + $"{Range("events", model.Fits.Select(fit => fit.Events))}.";

    private static string Range(string name, IEnumerable<int> numbers)
    {
        int[] all = [.. numbers.Order()];
        return all[0] == all[^1]
            ? FormattableString.Invariant($"{name} = {all[0]}")
            : FormattableString.Invariant($"{name} = {all[0]} to {all[^1]}");
    }
}
