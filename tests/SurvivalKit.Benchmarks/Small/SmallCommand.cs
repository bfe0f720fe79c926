using System.CommandLine;

namespace SurvivalKit.Benchmarks;

/// <summary><c>small</c>: the microseconds of a Cox fit to 100 rows.</summary>
internal static class SmallCommand
{
    private const double MostMicroseconds = 100;

    public static Command Create(Streams streams)
    {
        Option<int> rows = CountOption.Create("--rows", "Rows of the data set.", 100, least: 20);
        Option<int> repeats =
            CountOption.Create("--repeats", "Timed fits; their median counts. As many before them are not timed.", 20_000, least: 1);
        Command command = new("small", "Microseconds of a Cox fit to few rows, as simulations and bootstraps call it.") { rows, repeats };
        command.SetAction(parsed => Run(streams, parsed.GetValue(rows), parsed.GetValue(repeats)));
        return command;
    }

    private static int Run(Streams streams, int rows, int repeats)
    {
        streams.Output.WriteLine(FormattableString.Invariant($"{Machine.Describe(null)}; medians of {repeats:N0}.\n"));
        bool met = true;
        foreach (int covariates in (int[])[2, 5])
        {
            var fits = new SmallFits(rows, covariates);
            met &= Measure("Surv and DesignMatrix", fits.FromMatrix);
            met &= Measure("arrays", fits.FromArrays);
            met &= Measure("formula and DataFrame", fits.FromFormula);

            bool Measure(string from, Func<CoxFit> call)
            {
                double microseconds = 1e6 * Timing.Median(Timing.SecondsOfShort(call, repeats, repeats));
                streams.Output.WriteLine(
                    FormattableString.Invariant($"Cox, {rows} rows, {covariates} covariates, from {from,-22} {microseconds,8:0.0} us"));
                return microseconds <= MostMicroseconds;
            }
        }

        streams.Output.WriteLine(FormattableString.Invariant($"\nat most {MostMicroseconds:0} us each: {(met ? "met" : "NOT met")}"));
        return met ? ExitCodes.Done : ExitCodes.Differences;
    }
}
