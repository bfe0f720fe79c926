using System.Globalization;
using System.Text;

namespace SurvivalKit.Sources;

/// <summary>The type of a column as a ClickHouse server names it: <c>Nullable(Decimal(18, 3))</c>.</summary>
/// <param name="Name">Its name: <c>Nullable</c>.</param>
/// <param name="Arguments">What stands in its parentheses: <c>Decimal(18, 3)</c>.</param>
internal sealed record ClickHouseType(string Name, string[] Arguments)
{
    /// <summary>The type within, of which this is a form.</summary>
    public ClickHouseType Inner => Parse(Arguments[0]);

    /// <summary>What a column of the type holds.</summary>
    public SqlKind Kind => Name switch
    {
        "Nullable" or "LowCardinality" => Inner.Kind,
        "Bool" => SqlKind.Truth,
        _ when Name.StartsWith("Date", StringComparison.Ordinal) => SqlKind.Date,
        _ when Name.StartsWith("Enum", StringComparison.Ordinal) || Name is "String" or "FixedString" or "UUID" => SqlKind.Text,
        _ => SqlKind.Number,
    };

    /// <summary>An argument that is a number.</summary>
    public int Number(int argument) => int.Parse(Arguments[argument], CultureInfo.InvariantCulture);

    /// <summary>Reads a name.</summary>
    public static ClickHouseType Parse(string text)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        return open < 0 || !text.EndsWith(')') ? new(text, []) : new(text[..open], Split(text[(open + 1)..^1]));
    }

    /// <summary>The names of an enumeration by their numbers.</summary>
    public Dictionary<int, string> Members()
    {
        var members = new Dictionary<int, string>();
        foreach (string argument in Arguments)
        {
            int close = argument.LastIndexOf('\'');
            int number = int.Parse(argument[(close + 1)..].Trim(' ', '='), CultureInfo.InvariantCulture);
            members[number] = Unescape(argument[1..close]);
        }

        return members;
    }

    private static string[] Split(string text)
    {
        List<string> parts = [];
        int depth = 0;
        int start = 0;
        bool isQuoted = false;
        for (int at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\' when isQuoted:
                    at++;
                    break;
                case '\'':
                    isQuoted = !isQuoted;
                    break;
                case '(' when !isQuoted:
                    depth++;
                    break;
                case ')' when !isQuoted:
                    depth--;
                    break;
                case ',' when !isQuoted && depth == 0:
                    parts.Add(text[start..at].Trim());
                    start = at + 1;
                    break;
                default:
                    break;
            }
        }

        return [.. parts, text[start..].Trim()];
    }

    /// <summary>A text without the backslashes that the server writes before what has a meaning.</summary>
    public static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\' || at + 1 == text.Length)
            {
                plain.Append(text[at]);
                continue;
            }

            at++;
            plain.Append(text[at] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                '0' => '\0',
                'b' => '\b',
                'f' => '\f',
                var other => other,
            });
        }

        return plain.ToString();
    }
}
