using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SurvivalKit.Sources;

/// <summary>The records of kind 7 of an SPSS file, which later versions added.</summary>
/// <param name="records">The bytes of each, by its number.</param>
/// <param name="encoding">The encoding of the texts.</param>
/// <param name="input">The file, for its order of bytes and its messages.</param>
internal sealed class SpssExtensions(Dictionary<int, byte[]> records, Encoding encoding, ByteInput input)
{
    private const int LongNames = 13;
    private const int VeryLongTexts = 14;
    private const int ManyRows = 16;
    private const int LongTextLabels = 21;
    private const int LongTextMissing = 22;

    // A text of more than 255 bytes is kept as several variables of 255, of which the name of the first counts.
    private const int SegmentWidth = 252;
    private const int SegmentCells = 32;

    /// <summary>The number of rows, where a record gives it.</summary>
    public long? Rows() => records.TryGetValue(ManyRows, out byte[]? bytes) && bytes.Length >= 16
        ? input.IsBigEndian ? BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(8)) : BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8))
        : null;

    /// <summary>The variables, the parts of a very long text joined.</summary>
    public List<SpssVariable> Join(List<SpssVariable> variables)
    {
        var widths = Pairs(VeryLongTexts).ToDictionary(
            pair => pair.Name,
            pair => int.TryParse(pair.Value.TrimEnd('\0'), NumberStyles.Integer, CultureInfo.InvariantCulture, out int width) ? width : 0,
            StringComparer.OrdinalIgnoreCase);
        var joined = new List<SpssVariable>();
        for (int i = 0; i < variables.Count; i++)
        {
            SpssVariable variable = variables[i];
            joined.Add(variable);
            if (widths.TryGetValue(variable.ShortName, out int width) && width > 255)
            {
                int parts = (width + SegmentWidth - 1) / SegmentWidth;
                if (i + parts > variables.Count)
                {
                    throw input.Damaged($"a text \"{variable.ShortName}\" without its parts");
                }

                variable.Width = width;
                variable.Cells = ((parts - 1) * SegmentCells) + variables[i + parts - 1].Cells;
                i += parts - 1;
            }
        }

        return joined;
    }

    /// <summary>Gives the variables their long names.</summary>
    public void Name(List<SpssVariable> variables)
    {
        var names = Pairs(LongNames).ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        foreach (SpssVariable variable in variables)
        {
            variable.Name = names.GetValueOrDefault(variable.ShortName, variable.ShortName);
        }
    }

    /// <summary>Gives texts of more than eight bytes the labels of their values.</summary>
    public void LabelLongTexts(List<SpssVariable> variables)
    {
        if (!records.TryGetValue(LongTextLabels, out byte[]? bytes))
        {
            return;
        }

        ByteInput record = Within(bytes);
        while (record.Position < bytes.Length)
        {
            SpssVariable? variable = Find(variables, Text(record));
            record.Skip(4);
            int count = record.Count("labels of texts", bytes.Length);
            for (int i = 0; i < count; i++)
            {
                string value = Text(record).TrimEnd(' ');
                string label = Text(record);
                variable?.TextLabels[value] = label;
            }
        }
    }

    /// <summary>Gives texts of more than eight bytes the values that are declared missing.</summary>
    public void MissingLongTexts(List<SpssVariable> variables)
    {
        if (!records.TryGetValue(LongTextMissing, out byte[]? bytes))
        {
            return;
        }

        ByteInput record = Within(bytes);
        while (record.Position < bytes.Length)
        {
            SpssVariable? variable = Find(variables, Text(record));
            int count = record.Take(1)[0];
            int width = record.Count("bytes of a missing value", bytes.Length);
            string[] values = [.. Enumerable.Range(0, count).Select(_ => record.Text(width, encoding))];
            variable?.Missing = SpssMissing.None with { Texts = [.. values] };
        }
    }

    private static SpssVariable? Find(List<SpssVariable> variables, string name) => variables.Find(
        variable => variable.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            || variable.ShortName.Equals(name, StringComparison.OrdinalIgnoreCase));

    private string Text(ByteInput record)
    {
        int length = record.Int32();
        return encoding.GetString(record.Take(length));
    }

    private ByteInput Within(byte[] bytes) => new(new MemoryStream(bytes), input.Name) { IsBigEndian = input.IsBigEndian };

    // NAME=value, with tabs between.
    private IEnumerable<(string Name, string Value)> Pairs(int kind) =>
        (records.TryGetValue(kind, out byte[]? bytes) ? encoding.GetString(bytes) : "")
        .Split('\t', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Where(parts => parts.Length == 2)
        .Select(parts => (parts[0].Trim('\0'), parts[1].TrimEnd('\0')))
        .DistinctBy(pair => pair.Item1, StringComparer.OrdinalIgnoreCase);
}
