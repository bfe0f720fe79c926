using System.CommandLine;
using System.CommandLine.Invocation;

namespace SurvivalKit.Cli;

/// <summary><c>survkit --version</c>.</summary>
internal static class VersionScreen
{
    public static void Add(Command root) => root.Add(new VersionOption { Description = "Shows the version.", Action = new Print() });

    private sealed class Print : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(
                "survkit " + typeof(VersionScreen).Assembly.GetName().Version?.ToString(3));
            return ExitCodes.Done;
        }
    }
}
