using System.CommandLine;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary>The options of the commands that run notebooks: time, memory, and the number of parallel runs.</summary>
internal sealed class NotebookProcessArguments
{
    // Timers cannot wait longer; about 46 days.
    private const double LongestTime = 4_000_000;

    private readonly Option<double?> _cell =
        Seconds("--timeout", "How long a cell may take, in seconds. Default: as long as it takes.", null);
    private readonly Option<double?> _total = Seconds("--total-timeout", "How long the cells of a notebook may take together.", null);
    private readonly Option<double?> _start = Seconds("--start-timeout", "How long the process of a notebook may take to start.", 60);
    private readonly Option<double?> _memory = CliOptions.Number(
        "--memory-limit", "MB", "How much memory the process of a notebook may hold. Default: all there is.", null, size =>
            size is >= 100 and <= 1e9, "a number of megabytes from 100 on");

    private readonly Option<double?> _parallel = CliOptions.Number(
        "--parallel", "N", "How many notebooks run at the same time.", 1, count => count is >= 1 and <= 1024
            && count == Math.Floor(count), "a whole number from 1 on");

    private readonly ChoiceOption<bool> _lang = new(
        "--lang",
        "The version of C#: the newest released one, or the preview of the compiler's next version.",
        "default",
        ("default", false),
        ("preview", true));

    public static NotebookProcessArguments AddTo(Command command)
    {
        var options = new NotebookProcessArguments();
        command.Add(options._cell);
        command.Add(options._total);
        command.Add(options._start);
        command.Add(options._memory);
        command.Add(options._parallel);
        command.Add(options._lang);
        return options;
    }

    public int Parallel(ParseResult parsed) => (int)parsed.GetValue(_parallel)!.Value;

    public NotebookProcessOptions Read(ParseResult parsed, CliStreams streams) => new()
    {
        Worker = streams.Worker,
        CellTimeout = Time(parsed.GetValue(_cell)),
        TotalTimeout = Time(parsed.GetValue(_total)),
        StartTimeout = Time(parsed.GetValue(_start)),
        MemoryLimit = parsed.GetValue(_memory) is { } size ? (long)(size * 1e6) : null,
        PreviewLanguage = _lang.Choice(parsed)!.Value,
    };

    private static Option<double?> Seconds(string name, string description, double? standard) =>
        CliOptions.Number(name, "SECONDS", description, standard, time => time is > 0 and <= LongestTime, "a number of seconds after 0");

    private static TimeSpan? Time(double? seconds) => seconds is { } number ? TimeSpan.FromSeconds(number) : null;
}
