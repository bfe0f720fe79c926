using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Runner;

/// <summary>Explains in one sentence why a worker ended before its cell did, from its last messages and its exit.</summary>
internal sealed partial class LastWords
{
    private const int LongestTraceback = 12;

    /// <summary>The exit code with which the cell called <see cref="Environment.Exit"/>; null when it did not.</summary>
    public int? ExitCall { get; init; }

    /// <summary>How the process ended.</summary>
    public required int ExitCode { get; init; }

    /// <summary>What the runtime wrote to standard error.</summary>
    public required string Error { get; init; }

    /// <summary>The limit of memory; null when there is none.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Whether the process was ended because it was over that limit.</summary>
    public bool IsOverMemory { get; init; }

    /// <summary>The failure of the cell that was running.</summary>
    public CellFailure ToFailure()
    {
        (string name, string message) = Explain();
        Match place = CellPlace().Match(Error);
        return new CellFailure(CellFailureKind.Process, name, message)
        {
            Line = place.Success ? int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture) : null,
            Traceback = [message, .. Frames()],
        };
    }

    /// <summary>The failure of a cell that took more memory than allowed.</summary>
    public static string OverMemory(long limit) =>
        string.Create(CultureInfo.InvariantCulture, $"The notebook needed more memory than the {limit / 1e6:N0} MB that it was given.");

    private (string Name, string Message) Explain()
    {
        if (IsOverMemory || MemoryLimit is not null && Error.Contains("Out of memory", StringComparison.Ordinal))
        {
            return ("MemoryLimit", OverMemory(MemoryLimit!.Value));
        }

        if (ExitCall is { } code)
        {
            return ("Environment.Exit", string.Create(
                CultureInfo.InvariantCulture, $"The cell ended its process with Environment.Exit({code})."));
        }

        if (Error.Contains("Stack overflow.", StringComparison.Ordinal))
        {
            return ("StackOverflow", "The cell called itself too often: the stack overflowed, which ended its process.");
        }

        if (Unhandled().Match(Error) is { Success: true } thrown)
        {
            return (
                thrown.Groups["type"].Value,
                $"An exception that nothing caught, on a thread that the notebook started, ended the process: {thrown.Groups["message"].Value.Trim()}");
        }

        if (FailFast().Match(Error) is { Success: true } failed)
        {
            return (
                "Environment.FailFast",
                $"The cell ended its process with Environment.FailFast: {failed.Groups["message"].Value.Trim()}".TrimEnd(' ', ':') + ".");
        }

        if (Error.Contains("Out of memory", StringComparison.Ordinal))
        {
            return ("OutOfMemory", "The notebook needed more memory than there is.");
        }

        return ExitCode == 128 + 9
            ? ("ProcessKilled", "The process that ran the cell was killed, perhaps because the machine ran out of memory.")
            : ("ProcessEnded", string.Create(
                CultureInfo.InvariantCulture, $"The process that ran the cell ended with exit code {ExitCode}."));
    }

    /// <summary>The notebook's frames of the runtime's stack trace, without the counts of repetitions, which differ from run to
    /// run.</summary>
    private ImmutableArray<string> Frames() =>
        [.. Error.Split('\n').Where(line => line.StartsWith("   at ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)
            .Take(LongestTraceback)];

    [GeneratedRegex(
        @"^Unhandled exception\. (?<type>[\w.+`]+): (?<message>.*)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Unhandled();

    [GeneratedRegex(
        @"^Process terminated\.[ \r]*\n?(?<message>(?!   at ).*)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FailFast();

    [GeneratedRegex(@" in cell \d+:line (?<line>\d+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex CellPlace();
}
