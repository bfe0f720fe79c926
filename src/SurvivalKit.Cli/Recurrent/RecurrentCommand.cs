using System.CommandLine;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary><c>survkit recurrent DATA FORMULA --id COL</c>: Cox models of recurrent events, and their mean cumulative function.</summary>
internal static class RecurrentCommand
{
    private static readonly (string Word, RecurrentModelKind Kind)[] Kinds =
    [
        ("ag", RecurrentModelKind.AndersenGill),
        ("pwp-total", RecurrentModelKind.PrenticeWilliamsPetersonTotalTime),
        ("pwp-gap", RecurrentModelKind.PrenticeWilliamsPetersonGapTime),
        ("wlw", RecurrentModelKind.WeiLinWeissfeld),
    ];

    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(start, stop, status) ~ arm + age");
        Option<string> id = new("--id")
        {
            Description = "The column that names the subject of each row.",
            HelpName = "COL",
            Required = true,
        };

        // The mean is no kind of model: it has the value that the enumeration does not have.
        var model = new ChoiceOption<int>(
            "--model",
            "Andersen-Gill; Prentice-Williams-Peterson by total or gap time; Wei-Lin-Weissfeld; mcf, the mean number of events.",
            "ag",
            [.. Kinds.Select(pair => (pair.Word, (int)pair.Kind)), ("mcf", -1)]);
        Option<string?> weights = CliOptions.Weights();
        Option<string?> cluster = CliOptions.Column("--cluster", "The sampling units of the errors, where these are larger than subjects.");
        Option<double?> level = CliOptions.Level();
        ChoiceOption<bool> joins = JoinNearTiesOption.Create();
        var command = new Command("recurrent", "Fits Cox models of recurrent events, or estimates their mean number (AG, PWP, WLW, MCF).")
        {
            data, formula, id, model, weights, cluster, level, joins,
        };
        RecurrentModelOptions ofModels = RecurrentModelOptions.AddTo(command);
        MeanCumulativeCommandOptions ofMeans = MeanCumulativeCommandOptions.AddTo(command);
        DataOptions read = DataOptions.AddTo(command);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.Validators.Add(result =>
        {
            bool isMean = string.Equals(result.GetValue(model), "mcf", StringComparison.OrdinalIgnoreCase);
            Option[] others = isMean ? ofModels.All : ofMeans.All;
            if (Array.Find(others, option => result.GetResult(option) is { Implicit: false }) is { } given)
            {
                string expected = isMean ? "one of the models ag, pwp-total, pwp-gap, wlw" : "--model mcf";
                result.AddError($"{given.Name} was given with --model {result.GetValue(model)}; {expected} was expected.");
            }
        });
        command.WithExamples(
            "survkit recurrent bladder.csv \"Surv(start, stop, event) ~ rx + size + number\" --id id",
            "survkit recurrent bladder.csv \"Surv(start, stop, event) ~ rx\" --id id --model wlw --last 4 --by-event",
            "survkit recurrent bladder.csv \"Surv(start, stop, event) ~ rx\" --id id --model pwp-gap --pool 4 --json",
            "survkit recurrent events.csv \"Surv(time, status) ~ arm\" --id id --model mcf --times 12,24 --test",
            "survkit recurrent events.csv \"Surv(time, status) ~ arm\" --id id --model mcf --censored alive --terminal death");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                string text = parsed.GetRequiredValue(formula);
                string subject = parsed.GetRequiredValue(id);
                int kind = model.Choice(parsed)!.Value;
                double confidence = parsed.GetValue(level)!.Value;
                bool join = joins.Choice(parsed)!.Value;
                DataFrame frame = DataSource.Analyse(source, () => read.Load(parsed, source, streams));
                IResult result;
                IEnumerable<string> cautions;
                if (kind >= 0)
                {
                    RecurrentFit fit = DataSource.Analyse(source, () => RecurrentModel.Fit(
                        frame,
                        text,
                        subject,
                        (RecurrentModelKind)kind,
                        ofModels.Read(parsed, confidence, join),
                        parsed.GetValue(weights),
                        parsed.GetValue(cluster)));
                    (result, cautions) = (fit, fit.Cautions);
                }
                else
                {
                    (result, MeanCumulativeCurves means) = DataSource.Analyse(source, () => ofMeans.Fit(
                        parsed, frame, text, subject, parsed.GetValue(weights), parsed.GetValue(cluster), confidence, join));
                    cautions = means.Cautions;
                }

                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, result);
                streams.Warn([.. cautions]);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
