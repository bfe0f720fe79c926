using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SurvivalKit.Sources;

/// <summary>A piece of a statement with the values that stand in it, put together by interpolation: texts of the program are taken as they
/// are, everything else only as another piece or as a whole number, so that no name and no value of a user is ever read as SQL.</summary>
/// <example><code>
/// SqlText isOld = SqlText.Of($"{age} >= {dialect.Value(60)}");
/// </code></example>
internal sealed class SqlText
{
    // Stands in the text for a value; it can be in no name, since those are quoted by a dialect that refuses it.
    internal const char Mark = '\u0001';

    private SqlText(string text, ImmutableArray<string> values)
    {
        Text = text;
        Values = values;
    }

    /// <summary>Nothing.</summary>
    public static SqlText Empty { get; } = new("", []);

    /// <summary>The text, with a mark for each value.</summary>
    public string Text { get; }

    /// <summary>The values in the order of their marks.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Whether nothing is written.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>A piece of the program's own text and other pieces.</summary>
    public static SqlText Of(ref Handler text) => text.Made();

    /// <summary>Text that a dialect has quoted, or a user's own query.</summary>
    public static SqlText Raw(string text) => new(text, []);

    /// <summary>A value of a user, which is bound or quoted when the statement is written.</summary>
    public static SqlText Value(string value) => new(Mark.ToString(), [value]);

    /// <summary>Pieces with a separator between them.</summary>
    public static SqlText Join(string separator, IEnumerable<SqlText> pieces)
    {
        var text = new StringBuilder();
        var values = ImmutableArray.CreateBuilder<string>();
        foreach (SqlText piece in pieces)
        {
            text.Append(text.Length == 0 ? "" : separator).Append(piece.Text);
            values.AddRange(piece.Values);
        }

        return new(text.ToString(), values.ToImmutable());
    }

    /// <summary>The statement in a dialect: placeholders numbered from 1, or values quoted.</summary>
    public SqlStatement Statement(SqlDialect dialect)
    {
        var text = new StringBuilder(Text.Length);
        int value = 0;
        foreach (char c in Text)
        {
            _ = c != Mark ? text.Append(c)
                : text.Append(dialect.HasParameters ? dialect.Placeholder(value + 1) : dialect.Text(Values[value]));
            value += c == Mark ? 1 : 0;
        }

        return new SqlStatement(text.ToString(), dialect.HasParameters ? [.. Values] : []);
    }

    /// <summary>For messages and tests: marks as <c>?</c>.</summary>
    public override string ToString() => Text.Replace(Mark, '?');

    /// <summary>Collects the pieces of an interpolated text.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Handler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new(literalLength + (16 * formattedCount));
        private readonly List<string> _values = [];

        public void AppendLiteral(string text) => _text.Append(text);

        public void AppendFormatted(SqlText piece)
        {
            _text.Append(piece.Text);
            _values.AddRange(piece.Values);
        }

        public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

        public SqlText Made() => new(_text.ToString(), [.. _values]);
    }
}
