using System.Buffers.Binary;
using System.Globalization;

namespace SurvivalKit.Sources;

/// <summary>Reads the values of a column out of a block: numbers, or texts.</summary>
internal static class ClickHouseColumn
{
    private const double SecondsOfDay = 86400;
    private const int BytesOfIdentifier = 16;

    private delegate T Value<T>(ReadOnlySpan<byte> bytes);

    /// <summary>Reads a column: dates as days since 1970-01-01, moments as days with their part of a day, in UTC.</summary>
    /// <exception cref="InvalidDataException">The block is damaged, the type is neither number nor text, or a whole number is no number of
    /// double precision.</exception>
    public static Array Read(ref ClickHouseBytes bytes, ClickHouseType type, int rows) => type.Name switch
    {
        "Float64" => Fixed(ref bytes, rows, sizeof(double), BinaryPrimitives.ReadDoubleLittleEndian),
        "Float32" => Fixed(ref bytes, rows, sizeof(float), value => (double)BinaryPrimitives.ReadSingleLittleEndian(value)),
        "Int8" or "Int16" or "Int32" or "Int64" or "Int128" or "Int256" =>
            Fixed(ref bytes, rows, Width(type.Name, 3), value => ClickHouseNumber.Whole(value, isUnsigned: false)),
        "UInt8" or "UInt16" or "UInt32" or "UInt64" or "UInt128" or "UInt256" =>
            Fixed(ref bytes, rows, Width(type.Name, 4), value => ClickHouseNumber.Whole(value, isUnsigned: true)),
        "Bool" => Fixed(ref bytes, rows, 1, value => value[0] == 0 ? 0.0 : 1),
        "Decimal" => Fixed(
            ref bytes, rows, ClickHouseNumber.DecimalWidth(type.Number(0)), value => ClickHouseNumber.Decimal(value, type.Number(1))),
        "Date" => Fixed(ref bytes, rows, sizeof(ushort), value => (double)BinaryPrimitives.ReadUInt16LittleEndian(value)),
        "Date32" => Fixed(ref bytes, rows, sizeof(int), value => (double)BinaryPrimitives.ReadInt32LittleEndian(value)),
        "DateTime" => Fixed(ref bytes, rows, sizeof(uint), value => BinaryPrimitives.ReadUInt32LittleEndian(value) / SecondsOfDay),
        "DateTime64" => Fixed(
            ref bytes, rows, sizeof(long), value => ClickHouseNumber.Decimal(value, type.Number(0)) / SecondsOfDay),
        "String" => Texts(ref bytes, rows),
        "FixedString" => Fixed<string?>(ref bytes, rows, type.Number(0), value => ClickHouseBytes.Decode(value.TrimEnd((byte)0))),
        "Enum8" or "Enum16" => Members(ref bytes, rows, type),
        "UUID" => Fixed<string?>(ref bytes, rows, BytesOfIdentifier, ClickHouseNumber.Identifier),
        "Nothing" => Fixed(ref bytes, rows, 1, _ => double.NaN),
        "Nullable" => Nullable(ref bytes, rows, type.Inner),
        "LowCardinality" => Dictionary(ref bytes, rows, type.Inner),
        _ => throw new InvalidDataException("it is neither number nor text"),
    };

    private static int Width(string name, int prefix) => int.Parse(name.AsSpan(prefix), CultureInfo.InvariantCulture) / 8;

    private static T[] Fixed<T>(ref ClickHouseBytes bytes, int rows, int width, Value<T> read)
    {
        ReadOnlySpan<byte> all = bytes.Take((long)rows * width);
        var values = new T[rows];
        for (int row = 0; row < rows; row++)
        {
            values[row] = read(all.Slice(row * width, width));
        }

        return values;
    }

    private static string?[] Texts(ref ClickHouseBytes bytes, int rows)
    {
        List<string?> texts = [];
        for (int row = 0; row < rows; row++)
        {
            texts.Add(bytes.Text());
        }

        return [.. texts];
    }

    private static string?[] Members(ref ClickHouseBytes bytes, int rows, ClickHouseType type)
    {
        Dictionary<int, string> members = type.Members();
        string? Member(int number) => members.TryGetValue(number, out string? member)
            ? member
            : throw new InvalidDataException("a number has no name");
        return type.Name == "Enum8"
            ? Fixed(ref bytes, rows, 1, value => Member((sbyte)value[0]))
            : Fixed(ref bytes, rows, sizeof(short), value => Member(BinaryPrimitives.ReadInt16LittleEndian(value)));
    }

    // Which are missing stands before the values.
    private static Array Nullable(ref ClickHouseBytes bytes, int rows, ClickHouseType inner)
    {
        ReadOnlySpan<byte> missing = bytes.Take(rows);
        Array values = Read(ref bytes, inner, rows);
        for (int row = 0; row < rows; row++)
        {
            if (missing[row] != 0)
            {
                Remove(values, row);
            }
        }

        return values;
    }

    // The different values, then for each row the number of its value; a missing one is the first.
    private static Array Dictionary(ref ClickHouseBytes bytes, int rows, ClickHouseType inner)
    {
        const int version = 1;
        const int hasOwnKeys = 0x200;
        const int kindOfIndex = 0xFF;
        bool isNullable = inner.Name == "Nullable";
        ClickHouseType kind = isNullable ? inner.Inner : inner;
        if (rows == 0)
        {
            return Read(ref bytes, kind, 0);
        }

        if (bytes.Count() != version || bytes.Count() is var flags && (flags & ~kindOfIndex & ~0x400) != hasOwnKeys)
        {
            throw new InvalidDataException("its dictionary is of an unknown kind");
        }

        Array keys = Read(ref bytes, kind, bytes.Count());
        if (isNullable)
        {
            Remove(keys, 0);
        }

        if (bytes.Count() != rows)
        {
            throw new InvalidDataException("its dictionary has another number of rows");
        }

        int[] index = Fixed(ref bytes, rows, 1 << (flags & kindOfIndex), value => (int)ClickHouseNumber.Whole(value, isUnsigned: true));
        var values = Array.CreateInstance(keys.GetType().GetElementType()!, rows);
        for (int row = 0; row < rows; row++)
        {
            if (index[row] >= keys.Length)
            {
                throw new InvalidDataException("its dictionary has too few values");
            }

            Array.Copy(keys, index[row], values, row, 1);
        }

        return values;
    }

    private static void Remove(Array values, int row)
    {
        if (values is double[] numbers)
        {
            numbers[row] = double.NaN;
        }
        else
        {
            ((string?[])values)[row] = null;
        }
    }
}
