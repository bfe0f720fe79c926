using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace SurvivalKit.Sources;

/// <summary>What went wrong in a ClickHouse server, as one sentence.</summary>
internal static partial class ClickHouseFailure
{
    private const int MostCharacters = 400;

    /// <summary>Makes a sentence of what a server answered instead of rows.</summary>
    /// <param name="database">What messages call the database.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="answer">The answer, as
    /// <c>Code: 159, e.displayText() = DB::Exception: Timeout exceeded, e.what() = DB::Exception</c>.</param>
    /// <param name="options">The limits.</param>
    public static SurvivalDataException Of(string database, HttpStatusCode status, string answer, SqlOptions options) => new(
        $"{database}: " + (Code().Match(answer) is { Success: true } code
            ? Sentence(int.Parse(code.Groups[1].ValueSpan, CultureInfo.InvariantCulture), Plain(answer), options)
            : $"the server answered {(int)status}{(Plain(answer) is { Length: > 0 } text ? ": " + text : "")}."));

    /// <summary>The sentence of a statement that took too long.</summary>
    public static string TooLong(SqlOptions options) =>
        FormattableString.Invariant($"the statement took longer than {options.TimeoutSeconds} seconds and was stopped.");

    // The numbers are those of ErrorCodes.cpp of ClickHouse.
    private static string Sentence(int code, string text, SqlOptions options) => code switch
    {
        159 => TooLong(options),
        164 => $"the statement was refused, since only reading is allowed: {text}.",
        // Of the users only this is said: what the server says has the name.
        192 or 193 or 194 or 516 => "the server does not know the user or the password; "
            + "those of the address or of CLICKHOUSE_USER and CLICKHOUSE_PASSWORD were sent.",
        394 => "the statement was stopped in the server.",
        3 or 32 or 198 or 203 or 209 or 210 or 279 => $"a server that holds a part of the rows cannot be reached or broke off: {text}.",
        _ => $"the statement was refused: {text}.",
    };

    private static string Plain(string answer)
    {
        string text = Spaces().Replace(Furniture().Replace(answer, ""), " ").Trim().TrimEnd('.');
        return text.Length <= MostCharacters ? text : text[..MostCharacters] + " ...";
    }

    [GeneratedRegex(@"\bCode: (\d+)")]
    private static partial Regex Code();

    [GeneratedRegex(
        @"Code: \d+[.,] (e\.displayText\(\) = )?|DB::\w*Exception: |, e\.what\(\) = .*|Stack trace:.*|\(version [^)]*\(.*\)\)|<[^>]*>",
        RegexOptions.Singleline)]
    private static partial Regex Furniture();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
