using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit response DATA --response COL --by COL</c>: best responses, their rates, and how groups differ.</summary>
internal static class ResponseCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Option<string> response = new("--response")
        {
            Description = "The column of best responses: CR, PR, SD, PD, NE or their long names; other values with --responders.",
            HelpName = "COL",
            Required = true,
        };
        Option<string?> by = CliOptions.Column("--by", "The column that makes the groups.");
        Option<string?> responders = CliOptions.Text(
            "--responders", "CR,PR", "The responses that are an objective response. [default: complete and partial response]");
        Option<string?> controlled = CliOptions.Text(
            "--controlled", "CR,PR,SD", "The responses that are disease control. [default: the responders and stable disease]");
        Option<bool> evaluable = new("--evaluable")
        {
            Description = "Gives rates of those with an evaluable response; without it who is not evaluable has not responded.",
        };
        Option<string?> reference = CliOptions.Text(
            "--reference", "GROUP", "The group that others are compared with. [default: the first]");
        Option<bool> noOverall = new("--no-overall") { Description = "Leaves out the column for all rows together." };
        Option<double?> level = CliOptions.Level();
        var command = new Command("response", "Counts responses to treatment: rates with exact and score limits, and their differences.")
        {
            data, response, by, responders, controlled, evaluable, reference, noOverall, level,
        };
        DataOptions read = DataOptions.AddTo(command);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit response trial.csv --response best_response --by arm",
            "survkit response trial.csv --response recist --by arm --evaluable --reference Placebo",
            "survkit response lymphoma.csv --response lugano --responders CMR,PMR --controlled CMR,PMR,NMR",
            "survkit response trial.csv --response best_response --by arm --out response.docx");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                var options = new ResponseOptions
                {
                    Responders = [.. Words.Split("--responders", parsed.GetValue(responders))],
                    Controlled = [.. Words.Split("--controlled", parsed.GetValue(controlled))],
                    EvaluableOnly = parsed.GetValue(evaluable),
                    Reference = parsed.GetValue(reference),
                    Overall = !parsed.GetValue(noOverall),
                    Level = parsed.GetValue(level)!.Value,
                };
                ResponseTable table = DataSource.Analyse(source, () => ResponseTable.Build(
                    read.Load(parsed, source, streams), parsed.GetRequiredValue(response), parsed.GetValue(by), options));
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, table);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
