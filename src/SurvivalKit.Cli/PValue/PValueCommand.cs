using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit pvalue 8/14 10/42</c>: every test that can be used on these counts.</summary>
internal static class PValueCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<EventCount[]> counts = new("EVENTS/N")
        {
            Description = "Events and total of each group, as 8/14 10/42; two groups or more.",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result =>
            {
                var read = new List<EventCount>();
                foreach (string word in result.Tokens.Select(token => token.Value))
                {
                    if (EventCount.TryParse(word, out EventCount? count, out string? problem))
                    {
                        read.Add(count);
                    }
                    else
                    {
                        result.AddError(problem);
                    }
                }

                if (result.Tokens.Count == 1)
                {
                    result.AddError("only one group was given; two or more were expected, as 8/14 10/42.");
                }

                return [.. read];
            },
        };
        Option<PrintedPValue?> printed = new("--printed")
        {
            Description = "The P value as it is printed; says which tests give it.",
            HelpName = "P",
            CustomParser = result =>
            {
                string word = result.Tokens[0].Value;
                if (!PrintedPValue.TryParse(word, out PrintedPValue? p))
                {
                    result.AddError($"--printed {word}: a P value was expected, such as .04, 0.038 or \"<.001\".");
                }

                return p;
            },
        };
        var command = new Command(
            "pvalue", "Runs every test that could have been used on counts, and says which of them give a printed P value.")
        {
            counts, printed,
        };
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit pvalue 8/14 10/42",
            "survkit pvalue 8/14 10/42 --printed .04",
            "survkit pvalue 3/10 5/12 9/11 --printed \"<.001\" --json");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                PrintedCountTests report = PrintedCountTests.Test(
                    [.. parsed.GetRequiredValue(counts).Select(count => (count.Events, count.N))], parsed.GetValue(printed));
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, report);
                foreach (string caution in report.Tests.Cautions)
                {
                    streams.Error.WriteLine("survkit: warning: " + caution);
                }

                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
