using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SurvivalKit.Cli;

/// <summary>Help as the parser writes it, followed by examples.</summary>
internal static class HelpScreen
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Command, string[]> ExamplesOf = [];

    /// <summary>Adds <c>--help</c> to a root command and all commands below it.</summary>
    /// <param name="root">The root.</param>
    /// <param name="width">The width to wrap at.</param>
    /// <param name="examples">Examples for the root's own page.</param>
    public static void Add(Command root, int width, string[] examples)
    {
        root.WithExamples(examples);
        root.Add(new HelpOption { Description = "Shows this help.", Action = new Show(new HelpAction { MaxWidth = width }) });
    }

    /// <summary>Gives a command the examples that its help ends with.</summary>
    public static void WithExamples(this Command command, params string[] examples) => ExamplesOf.Add(command, examples);

    private sealed class Show(HelpAction plain) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            plain.Invoke(parseResult);
            if (ExamplesOf.TryGetValue(parseResult.CommandResult.Command, out string[]? examples))
            {
                TextWriter output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (string example in examples)
                {
                    output.WriteLine("  " + example);
                }
            }

            return ExitCodes.Done;
        }
    }
}
