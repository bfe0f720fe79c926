using System.CommandLine;
using Microsoft.Data.Analysis;
using SurvivalKit.Figures;
using SurvivalKit.Sources;

namespace SurvivalKit.Cli;

/// <summary><c>survkit cox DATA FORMULA</c>: proportional-hazards regression.</summary>
internal static class CoxCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(time, status) ~ age + factor(sex) + strata(inst)");
        var ties = new ChoiceOption<Ties>("--ties", "How events at the same time are treated.", "efron", (
            "efron", Ties.Efron), ("breslow", Ties.Breslow), ("exact", Ties.Exact));
        Option<string?> weights = CliOptions.Weights();
        Option<double?> level = CliOptions.Level();
        Option<string?> figure = FigureFile.Option("a forest plot of the hazard ratios");
        Option<string?> id = CliOptions.Subject();
        ChoiceOption<bool> joins = JoinNearTiesOption.Create();
        var command = new Command("cox", "Fits Cox's proportional-hazards regression.")
        {
            data, formula, ties, weights, level, id, joins, figure,
        };
        DataOptions read = DataOptions.AddTo(command, takesDatabases: true);
        CoxDiagnosticOptions diagnostics = CoxDiagnosticOptions.AddTo(command);
        CoxPenaltyOptions penalty = CoxPenaltyOptions.AddTo(command);
        CoxInferenceOptions inference = CoxInferenceOptions.AddTo(command);
        CoxAdjustmentOptions adjustment = CoxAdjustmentOptions.AddTo(command);
        CoxPredictionOptions prediction = CoxPredictionOptions.AddTo(command, data, adjustment);
        ForestOptions drawn = ForestOptions.AddTo(command, figure);
        CoxTableOptions tables = CoxTableOptions.AddTo(command, figure, drawn.TitleOption);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit cox lung.csv \"Surv(time, status) ~ age + sex + ph.ecog\"",
            "survkit cox lung.csv \"Surv(time, status == 2) ~ age * factor(sex) + strata(inst)\" --ties breslow",
            "survkit cox trial.csv \"Surv(time, status) ~ ageg\" --levels \"ageg=<50,50-69,70+\"",
            "survkit cox lung.csv \"Surv(time, status) ~ age + sex + ph.ecog\" --figure forest.pdf",
            "survkit cox lung.csv \"Surv(time, status) ~ age + factor(sex) + factor(ph.ecog)\" --univariate --format html --out table.html",
            "survkit cox lung.csv \"Surv(time, status) ~ age + factor(sex)\" --table --labels \"sex=Sex,factor(sex)2=Women\"",
            "survkit cox lung.csv \"Surv(time, status) ~ age + sex + cluster(inst)\" --zph km",
            "survkit cox lung.csv \"Surv(time, status) ~ age + sex\" --residuals dfbetas --format csv --out dfbetas.csv",
            "survkit cox lung.csv \"Surv(time, status) ~ age + strata(sex)\" --predict new.csv --times 180,365",
            "survkit cox lung.csv \"Surv(time, status) ~ age + sex + ph.ecog\" --anova type3 --profile --uno 365",
            "survkit cox lung.csv \"Surv(time, status) ~ age + sex\" --compare \"Surv(time, status) ~ age\"",
            "survkit cox lung.csv \"Surv(time, status) ~ age + factor(sex)\" --adjusted sex --times 180,365 --rmst 365",
            "survkit cox lung.csv \"Surv(time, status) ~ age + sex\" --firth",
            "survkit cox lung.csv \"Surv(time, status) ~ age + sex\" --ridge 2 --unscaled",
            "survkit cox \"duckdb:lung.csv\" \"Surv(time, status) ~ age + factor(sex)\" --zph km",
            "survkit cox lung.csv \"Surv(time, status) ~ age\" --json | jq .terms[0].hazardRatio");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                CoxOptions options = penalty.Apply(parsed, new CoxOptions
                {
                    Ties = ties.Choice(parsed)!.Value,
                    Robust = diagnostics.IsRobust(parsed),
                    Level = parsed.GetValue(level)!.Value,
                    JoinNearTies = joins.Choice(parsed)!.Value,
                });
                string? weightColumn = parsed.GetValue(weights);
                string? subject = parsed.GetValue(id);
                using SqlSource? rows = DataSource.Analyse(source, () => read.Rows(parsed, source));
                DataOptions.RefuseOfDatabase(rows is not null && subject is not null, "--id");
                DataOptions.RefuseOfDatabase(rows is not null && adjustment.IsAsked(parsed.CommandResult), "--adjusted");

                DataFrame frame = rows is null ? DataSource.Analyse(source, () => read.Load(parsed, source, streams)) : new DataFrame();
                CoxFit Fit(string model) => rows?.Cox(model, options, weightColumn, cancellation: cancellation)
                    ?? CoxModel.Fit(frame, model, options, weightColumn, id: subject);
                CoxFit fit = DataSource.Analyse(source, () => Fit(parsed.GetRequiredValue(formula)));
                cancellation.ThrowIfCancellationRequested();
                if (fit.Status == FitStatus.NoEvents)
                {
                    throw new CommandException(
                        $"{DataSource.NameOf(source)}: no event was observed in {fit.Formula}; at least one was expected."
                        + string.Concat(fit.DataCautions.Select(caution => " " + caution)));
                }

                var table = new Lazy<RegressionTable>(
                    () => DataSource.Analyse(source, () => tables.Read(parsed, fit, Fit, drawn.Title(parsed))));
                CombinedResult main = tables.IsPrinted(parsed)
                    ? new CombinedResult(fit).InPlace("table", table.Value)
                    : new CombinedResult(fit);
                CombinedResult result = DataSource.Analyse(source, () => adjustment.AddTo(
                    inference.AddTo(diagnostics.AddTo(main, parsed, fit), parsed, fit, Fit),
                    parsed,
                    fit,
                    frame,
                    weightColumn,
                    prediction.Times(parsed)));
                result = prediction.AddTo(result, parsed, fit, file => read.LoadPlain(parsed, file, streams));
                using var files = new StagedFiles();
                Figure? picture = FigureFile.Stage(files, parsed.GetValue(figure), () => ForestFigure.Draw(
                    table.Value, drawn.Read(parsed, table.Value)));
                output.Write(parsed, result, files, picture);
                streams.Warn(fit.Cautions);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
