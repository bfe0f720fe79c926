using System.Text;

namespace SurvivalKit.Sources;

/// <summary>The texts that stand behind the rows of a Stata file (strL).</summary>
internal sealed class StataLongTexts
{
    private const byte Binary = 129;

    private readonly Dictionary<(int Variable, long Row), string> _texts = [];

    /// <summary>Reads the place of a text as a cell has it.</summary>
    public static (int Variable, long Row) Place(ByteInput input, StataLayout layout)
    {
        if (layout.Version == 117)
        {
            return (input.Int32(), (uint)input.Int32());
        }

        // Two or three bytes for the variable and the rest for the row.
        int width = layout.Version == 118 ? 2 : 3;
        ReadOnlySpan<byte> bytes = input.Take(8);
        return ((int)Number(bytes[..width], input.IsBigEndian), Number(bytes[width..], input.IsBigEndian));
    }

    /// <summary>Reads the texts, from behind the rows to the mark that ends them.</summary>
    public static StataLongTexts Read(ByteInput input, StataLayout layout, Encoding encoding)
    {
        var texts = new StataLongTexts();
        input.Where = () => "in its long texts";
        StataHeader.Expect(input, "</data><strls>");
        while (Encoding.ASCII.GetString(input.Take(3)) == "GSO")
        {
            int variable = input.Int32();
            long row = layout.Version == 117 ? (uint)input.Int32() : input.Int64();
            byte kind = input.Take(1)[0];
            byte[] bytes = input.Take(input.Count("bytes of a text", int.MaxValue)).ToArray();
            texts._texts[(variable, row)] = kind == Binary ? encoding.GetString(bytes) : ByteInput.Padded(bytes, encoding);
        }

        StataHeader.Expect(input, "trls>");
        return texts;
    }

    /// <summary>The text at a place; <see langword="null"/> where there is none.</summary>
    public string? At((int Variable, long Row) place) => _texts.GetValueOrDefault(place);

    private static long Number(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        long number = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            number = (number << 8) | bytes[isBigEndian ? i : bytes.Length - 1 - i];
        }

        return number;
    }
}
