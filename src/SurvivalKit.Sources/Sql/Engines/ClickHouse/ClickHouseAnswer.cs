namespace SurvivalKit.Sources;

/// <summary>Reads the answers of a ClickHouse server. Rows come in its format Native: blocks of whole columns with their names and types,
/// numbers as their bits. It is the one binary format with names and types that version 18.16 has.</summary>
internal static class ClickHouseAnswer
{
    /// <summary>Reads blocks up to the end of the answer, which has at least one.</summary>
    /// <exception cref="InvalidDataException">They are damaged, or of a type that is neither number nor text.</exception>
    public static SqlAnswer Read(byte[] answer)
    {
        var bytes = new ClickHouseBytes(answer);
        string[] names = [];
        List<Array>[] parts = [];
        SqlKind[] kinds = [];
        int rows = 0;
        for (bool isFirst = true; !bytes.IsAtEnd; isFirst = false)
        {
            int columns = bytes.ShortCount();
            int blockRows = bytes.ShortCount();
            if (isFirst)
            {
                names = new string[columns];
                parts = [.. Enumerable.Range(0, columns).Select(_ => new List<Array>())];
                kinds = new SqlKind[columns];
            }
            else if (columns != names.Length)
            {
                throw new InvalidDataException("its blocks have different columns");
            }

            for (int column = 0; column < columns; column++)
            {
                names[column] = bytes.Text();
                string type = bytes.Text();
                kinds[column] = ClickHouseType.Parse(type).Kind;
                parts[column].Add(Read(ref bytes, names[column], type, blockRows));
            }

            rows = checked(rows + blockRows);
        }

        return new SqlAnswer(names, [.. parts.Select(Joined)], rows) { Kinds = kinds };
    }

    /// <summary>Reads the names and the types of an answer without rows, which has no block, as two lines of text.</summary>
    /// <exception cref="InvalidDataException">There are no two such lines.</exception>
    public static SqlAnswer ReadHeader(byte[] answer)
    {
        string[] lines = ClickHouseBytes.Decode(answer).Split('\n');
        string[] names = [.. lines[0].Split('\t').Select(ClickHouseType.Unescape)];
        string[] types = lines.Length < 2 ? [] : lines[1].Split('\t');
        if (types.Length != names.Length)
        {
            throw new InvalidDataException("it has no types of its columns");
        }

        return new SqlAnswer(
            names,
            [
                .. names.Zip(types, (name, type) =>
                {
                    var none = new ClickHouseBytes([]);
                    return Read(ref none, name, ClickHouseType.Unescape(type), 0);
                }),
            ],
            0)
        {
            Kinds = [.. types.Select(type => ClickHouseType.Parse(ClickHouseType.Unescape(type)).Kind)],
        };
    }

    private static Array Read(ref ClickHouseBytes bytes, string name, string type, int rows)
    {
        try
        {
            return ClickHouseColumn.Read(ref bytes, ClickHouseType.Parse(type), rows);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{exception.Message}, in column \"{name}\" of type {type}", exception);
        }
    }

    private static Array Joined(List<Array> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        var all = Array.CreateInstance(parts[0].GetType().GetElementType()!, parts.Sum(part => part.Length));
        int at = 0;
        foreach (Array part in parts)
        {
            part.CopyTo(all, at);
            at += part.Length;
        }

        return all;
    }
}
