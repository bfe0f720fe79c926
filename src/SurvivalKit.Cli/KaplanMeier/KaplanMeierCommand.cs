using System.CommandLine;
using Microsoft.Data.Analysis;
using SurvivalKit.Figures;
using SurvivalKit.Sources;

namespace SurvivalKit.Cli;

/// <summary><c>survkit km DATA FORMULA</c>: Kaplan-Meier curves.</summary>
internal static class KaplanMeierCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(time, status) ~ sex");
        ChoiceOption<ConfidenceType> type = CliOptions.ConfidenceScale();
        Option<double?> level = CliOptions.Level();
        Option<double[]> times = CliOptions.Times("Shows the curves at these times.");
        Option<double[]> quantiles = CliOptions.Quantiles("Shows the times by which these fractions have had the event.");
        Option<double?> horizon = CliOptions.Number(
            "--rmst",
            "tau",
            "Shows the mean survival time up to this time, and how groups differ in it.",
            null,
            tau => tau > 0,
            "a time after 0");
        Option<string?> weights = CliOptions.Weights();
        var hazard = new ChoiceOption<HazardMethod>(
            "--hazard",
            "Adds the cumulative hazard of each group (csv: the hazards only).",
            null,
            ("nelson-aalen", HazardMethod.NelsonAalen),
            ("fleming-harrington", HazardMethod.FlemingHarrington));
        var band = new ChoiceOption<BandType>(
            "--band",
            "Adds a band in which the whole curve lies with the probability of --level (csv: the bands only).",
            null,
            ("equal-precision", BandType.EqualPrecision),
            ("hall-wellner", BandType.HallWellner));
        Option<string?> figure = FigureFile.Option("the curves with their risk table");
        Option<bool> table = new("--table")
        {
            Description = "Prints the table of a paper: medians, and survival in per cent at --times with the number at risk.",
        };
        Option<string?> id = CliOptions.Subject();
        ChoiceOption<bool> joins = JoinNearTiesOption.Create();
        var command = new Command("km", "Estimates survival by group (Kaplan-Meier), with medians and intervals.")
        {
            data, formula, type, level, times, quantiles, horizon, weights, hazard, band, id, joins, table, figure,
        };
        CurveFigureOptions drawn = CurveFigureOptions.AddTo(command, figure, table);
        DataOptions read = DataOptions.AddTo(command, takesDatabases: true);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit km lung.csv \"Surv(time, status) ~ sex\"",
            "survkit km lung.csv \"Surv(time, status) ~ 1\" --conf-type log-log --times 180,365",
            "survkit km lung.csv \"Surv(time, status) ~ sex\" --table --times 180,365 --unit days --labels Men,Women --out table.docx",
            "survkit km lung.csv \"Surv(time, status) ~ sex\" --rmst 365",
            "survkit km lung.csv \"Surv(time, status) ~ sex\" --figure curves.svg --labels Men,Women --unit days --pvalue --hr",
            "survkit km lung.csv \"Surv(time, status) ~ sex\" --hazard nelson-aalen --band hall-wellner",
            "survkit km trial.csv \"Surv(time, status) ~ arm\" --weights w",
            "survkit km kidney.csv \"Surv(time, status) ~ sex + cluster(id)\"",
            "survkit km lung.csv \"Surv(time, status) ~ sex\" --where \"age >= 65 & !is.na(ph.ecog)\"",
            "survkit km heart.csv \"Surv(start, stop, event) ~ 1\" --id id",
            "survkit km adtte.csv \"Surv(AVAL, CNSR) ~ TRTP\" --adtte OS",
            "survkit km heart.csv \"Surv(start, stop, event) ~ transplant\" --format csv --out curves.csv",
            "survkit km \"duckdb:lung.csv\" \"Surv(time, status) ~ sex\"",
            "gunzip -c lung.csv.gz | survkit km - \"Surv(time, status) ~ sex\" --json");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                var options = new KaplanMeierOptions
                {
                    ConfidenceType = type.Choice(parsed)!.Value,
                    Level = parsed.GetValue(level)!.Value,
                    JoinNearTies = joins.Choice(parsed)!.Value,
                };
                string model = parsed.GetRequiredValue(formula);
                string? weightColumn = parsed.GetValue(weights);
                string? subject = parsed.GetValue(id);
                DataOptions.RefuseOfDatabase(subject is not null && SqlSource.IsAddress(source), "--id");
                DataFrame frame = DataSource.Analyse(source, () => read.Load(parsed, source, streams, model, weightColumn, cancellation));
                AdtteParameter? parameter = SurvivalData.AdtteOf(frame);
                KaplanMeierCurves curves = DataSource.Analyse(
                    source, () => KaplanMeier.Fit(frame, model, options, weightColumn, id: subject));
                cancellation.ThrowIfCancellationRequested();
                using var files = new StagedFiles();
                Figure? picture = FigureFile.Stage(files, parsed.GetValue(figure), () => KaplanMeierFigure.Draw(
                    curves, drawn.Read(parsed, parameter, frame, model)));
                var asked = new KaplanMeierSummaryOptions
                {
                    Times = [.. parsed.GetValue(times)!],
                    Quantiles = [.. parsed.GetValue(quantiles)!],
                    Horizon = parsed.GetValue(horizon),
                };
                var main = new CombinedResult(curves.Summary(asked));
                CombinedResult result = DataSource.Analyse(source, () => (parsed.GetValue(table)
                        ? main.InPlace("table", SurvivalTable.Of(curves, drawn.Table(parsed, parameter, parsed.GetValue(times)!)))
                        : main)
                    .With("hazards", hazard.Choice(parsed) is { } method
                        ? NelsonAalen.Fit(
                            frame,
                            model,
                            new() { Method = method, Level = options.Level, JoinNearTies = options.JoinNearTies },
                            weightColumn,
                            id: subject)
                        : null)
                    .With("bands", band.Choice(parsed) is { } kind ? curves.Bands(kind) : null, "bands"));
                output.Write(parsed, result, files, picture);
                streams.Warn(curves.Cautions);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
