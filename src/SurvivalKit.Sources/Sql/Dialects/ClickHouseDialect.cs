using System.Buffers.Binary;

namespace SurvivalKit.Sources;

/// <summary>How ClickHouse writes identifiers, values and functions, as far back as version 18.16: values stand in the text, since old
/// servers have no parameters.</summary>
internal sealed class ClickHouseDialect : SqlDialect
{
    private const double LargestExactInteger = 1L << 53;

    /// <inheritdoc/>
    public override string Name => "ClickHouse";

    /// <inheritdoc/>
    public override bool HasParameters => false;

    /// <inheritdoc/>
    public override string Quote(string identifier) => $"`{Escape(identifier, "`")}`";

    /// <inheritdoc/>
    public override string Text(string value) => $"'{Escape(value, "'")}'";

    /// <summary>A number of double precision, to the last bit. What is no small whole number is given by its bits: the server reads
    /// decimal digits by a fast method that may be wrong in the last one (18.16 reads 0.30000000000000004 as 0.3, and 5e-324 as 0).
    /// </summary>
    public override string Number(double value)
    {
        if (Math.Abs(value) <= LargestExactInteger && value == Math.Truncate(value) && !double.IsNegative(value))
        {
            return FormattableString.Invariant($"toFloat64({(long)value})");
        }

        byte[] bits = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bits, value);
        return $"reinterpretAsFloat64(unhex('{Convert.ToHexString(bits)}'))";
    }

    /// <inheritdoc/>
    public override string AsDouble(string expression) => $"toFloat64({expression})";

    /// <inheritdoc/>
    public override string IsNaN(string number) => $"isNaN({number})";

    /// <inheritdoc/>
    public override string Ln(string number) => $"log({number})";

    /// <inheritdoc/>
    public override string Power(string number, string exponent) => $"pow({number}, {exponent})";

    /// <inheritdoc/>
    public override string Days(string date) => $"(toUInt32(toDateTime({date})) / 86400)";

    /// <inheritdoc/>
    public override string Join(string left, string right, IEnumerable<string> columns) =>
        $"{left} ALL INNER JOIN {right} USING ({string.Join(", ", columns)})";

    /// <summary>A relation of numbers, a column the bits of all its numbers one after the other: an old server takes long over the text of
    /// thousands of numbers.</summary>
    public override string Values(string relation, IReadOnlyList<string> names, IReadOnlyList<double[]> rows)
    {
        IEnumerable<string> columns = names.Select((_, place) => FormattableString.Invariant(
            $"arrayMap(i -> reinterpretAsFloat64(substring(unhex('{Bits(rows, place)}'), i * 8 + 1, 8)), range({rows.Count})) AS a{place}"));
        IEnumerable<string> joined = names.Select((name, place) => FormattableString.Invariant($"a{place} AS {name}"));
        string selected = string.Join(", ", names);
        return $"(SELECT {selected} FROM (SELECT {string.Join(", ", columns)}) ARRAY JOIN {string.Join(", ", joined)}) AS {relation}";
    }

    private static string Bits(IReadOnlyList<double[]> rows, int column)
    {
        byte[] bits = new byte[rows.Count * sizeof(double)];
        for (int row = 0; row < rows.Count; row++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bits.AsSpan(row * sizeof(double)), rows[row][column]);
        }

        return Convert.ToHexString(bits);
    }

    // A backslash escapes in quotes of both kinds. A zero would end the statement.
    private static string Escape(string text, string quote) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(quote, "\\" + quote, StringComparison.Ordinal)
        .Replace("\0", "\\0", StringComparison.Ordinal);
}
