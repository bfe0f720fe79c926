using System.CommandLine;
using BenchmarkDotNet.Running;

namespace SurvivalKit.Benchmarks;

/// <summary><c>bdn</c>: the same calls under BenchmarkDotNet, with their allocations.</summary>
internal static class BenchmarkDotNetCommand
{
    public static Command Create()
    {
        Argument<string[]> filters =
            new("FILTER") { Description = "Which benchmarks, as *Cox*; default: all.", DefaultValueFactory = _ => ["*"] };
        Option<string> job = new("--job")
        {
            Description = "How thorough: dry, short, medium, long or default.",
            HelpName = "JOB",
            DefaultValueFactory = _ => "default"
        };
        job.AcceptOnlyFromAmong("dry", "short", "medium", "long", "default");
        Command command = new("bdn", "The same calls under BenchmarkDotNet, with what they allocate.") { filters, job };
        command.SetAction(parsed =>
        {
            string[] arguments = ["--job", parsed.GetValue(job)!, "--filter", .. parsed.GetValue(filters)!];
            var summaries = BenchmarkSwitcher.FromAssembly(typeof(BenchmarkDotNetCommand).Assembly).Run(arguments);
            return summaries.Any() && summaries.All(summary => summary.Reports.All(report => report.Success))
                ? ExitCodes.Done
                : ExitCodes.WrongInput;
        });
        return command;
    }
}
