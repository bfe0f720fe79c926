using System.CommandLine;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary><c>survkit interval DATA FORMULA</c>: survival of interval-censored times, and the comparison of groups.</summary>
internal static class IntervalCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(left, right, type = \"interval2\") ~ arm");
        var compare = new ChoiceOption<IntervalScores>(
            "--compare",
            "Adds the log-rank test of the groups with these scores, within strata().",
            null,
            ("sun", IntervalScores.Sun),
            ("finkelstein", IntervalScores.Finkelstein));
        Option<double?> bootstrap = CliOptions.Number(
            "--bootstrap", "number", "Adds pointwise limits from this many bootstrap samples.", 0,
            count => count >= 0 && count == Math.Floor(count), "a whole number of 0 or more");
        Option<double?> seed = CliOptions.Number(
            "--seed", "number", "The seed of the bootstrap samples.", 1, value => value == Math.Floor(value), "a whole number");
        Option<string?> weights = CliOptions.Weights();
        Option<double?> level = CliOptions.Level();
        var command = new Command("interval", "Estimates the survival of interval-censored times by group (Turnbull).")
        {
            data, formula, compare, bootstrap, seed, weights, level,
        };
        DataOptions read = DataOptions.AddTo(command);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit interval visits.csv \"Surv(left, right, type = 'interval2') ~ arm\"",
            "survkit interval visits.csv \"Surv(left, right, type = 'interval2') ~ arm + strata(centre)\" --compare sun",
            "survkit interval visits.csv \"Surv(left, right, type = 'interval2') ~ 1\" --bootstrap 500 --seed 7 --json");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                string model = parsed.GetRequiredValue(formula);
                var options = new TurnbullOptions
                {
                    Level = parsed.GetValue(level)!.Value,
                    Bootstrap = (int)parsed.GetValue(bootstrap)!.Value,
                    Seed = (int)parsed.GetValue(seed)!.Value,
                };
                DataFrame frame = DataSource.Analyse(source, () => read.Load(parsed, source, streams));
                TurnbullCurves curves = DataSource.Analyse(
                    source, () => Turnbull.Fit(frame, model, options, parsed.GetValue(weights)));
                cancellation.ThrowIfCancellationRequested();
                IntervalLogRankResult? test = compare.Choice(parsed) is { } scores
                    ? DataSource.Analyse(source, () => IntervalLogRank.Test(frame, model, scores)) : null;
                output.Write(parsed, new CombinedResult(curves).With("logrank", test));
                streams.Warn(curves.Cautions);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
