using System.CommandLine;
using Microsoft.Data.Analysis;
using SurvivalKit.Figures;

namespace SurvivalKit.Cli;

/// <summary><c>survkit cuminc DATA FORMULA</c>: cumulative incidences of competing causes, and Gray's test.</summary>
internal static class CumulativeIncidenceCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(time, factor(status)) ~ arm");
        Option<string?> censored = CensoredOption.Create();
        ChoiceOption<ConfidenceType> type = CliOptions.ConfidenceScale();
        Option<double?> level = CliOptions.Level();
        Option<double[]> times = CliOptions.Times("Shows the incidences at these times.");
        Option<double[]> quantiles = CliOptions.Quantiles("Shows the times by which these fractions of the group have had the event.");
        Option<double?> horizon = CliOptions.Number(
            "--time-lost", "tau", "Shows the mean time lost to each cause up to this time.", null, tau => tau > 0, "a time after 0");
        Option<bool> gray = new("--gray")
        {
            Description = "Adds Gray's test between the groups, within strata() (csv: the test only).",
        };
        Option<double?> rho = CliOptions.Number(
            "--rho", "number", "Power of 1 - F in the weights of Gray's test.", 0, _ => true, "a number");
        Option<string?> weights = CliOptions.Weights();
        Option<string?> id = CliOptions.Subject();
        ChoiceOption<bool> joins = JoinNearTiesOption.Create();
        Option<string?> figure = FigureFile.Option("the incidences with their bands and the table of numbers at risk");
        var command = new Command("cuminc", "Estimates the cumulative incidence of competing causes by group (Aalen-Johansen).")
        {
            data, formula, censored, type, level, times, quantiles, horizon, gray, rho, weights, id, joins, figure,
        };
        IncidenceFigureOptions drawn = IncidenceFigureOptions.AddTo(command, figure);
        DataOptions read = DataOptions.AddTo(command);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit cuminc pbc.csv \"Surv(time, factor(status)) ~ trt\"",
            "survkit cuminc pbc.csv \"Surv(time, status) ~ trt\" --censored 0 --times 1000,3000 --gray",
            "survkit cuminc trial.csv \"Surv(time, outcome) ~ arm + strata(centre)\" --censored alive --gray --rho 1",
            "survkit cuminc trial.csv \"Surv(entry, exit, outcome) ~ arm\" --time-lost 60 --json",
            "survkit cuminc trial.csv \"Surv(time, outcome) ~ arm\" --figure incidence.svg --pvalue --unit months --causes relapse,death");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                string model = parsed.GetRequiredValue(formula);
                string? code = parsed.GetValue(censored);
                bool join = joins.Choice(parsed)!.Value;
                var options = new CumulativeIncidenceOptions
                {
                    ConfidenceType = type.Choice(parsed)!.Value,
                    Level = parsed.GetValue(level)!.Value,
                    JoinNearTies = join,
                };
                DataFrame frame = DataSource.Analyse(source, () => read.Load(parsed, source, streams));
                CumulativeIncidenceCurves curves = DataSource.Analyse(source, () => CumulativeIncidence.Fit(
                    frame, model, options, parsed.GetValue(weights), id: parsed.GetValue(id), censored: code));
                cancellation.ThrowIfCancellationRequested();
                var asked = new CumulativeIncidenceSummaryOptions
                {
                    Times = [.. parsed.GetValue(times)!],
                    Quantiles = [.. parsed.GetValue(quantiles)!],
                    Horizon = parsed.GetValue(horizon),
                };
                var test = new Lazy<GrayTestResult>(
                    () => GrayTest.Test(frame, model, new() { Rho = parsed.GetValue(rho)!.Value, JoinNearTies = join }, code));
                CombinedResult result = DataSource.Analyse(source, () => new CombinedResult(curves.Summary(asked)).With(
                    "gray", parsed.GetValue(gray) ? test.Value : null));
                using var files = new StagedFiles();
                Figure? picture = FigureFile.Stage(files, parsed.GetValue(figure), () => CumulativeIncidenceFigure.Draw(
                    curves, drawn.Read(parsed, () => test.Value)));
                output.Write(parsed, result, files, picture);
                streams.Warn(curves.Cautions);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
