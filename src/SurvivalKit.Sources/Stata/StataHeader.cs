using System.Text;

namespace SurvivalKit.Sources;

/// <summary>What stands before the rows of a Stata file.</summary>
/// <param name="Layout">The widths of its fields.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Variables">The variables.</param>
/// <param name="Encoding">The encoding of the texts.</param>
internal sealed record StataHeader(StataLayout Layout, long Rows, StataVariable[] Variables, Encoding Encoding)
{
    private const int MostVariables = 1 << 17;

    /// <summary>Reads it up to the first row.</summary>
    public static StataHeader Read(ByteInput input, string? encoding)
    {
        byte first = input.Take(1)[0];
        if (first == '<')
        {
            return ReadMarked(input, encoding);
        }

        return first is 113 or 114 or 115
            ? ReadPlain(input, new StataLayout(first), encoding)
            : throw SurvivalDataException.AtFile(
                input.Name, "this is no Stata file of version 8 or later: its first byte is none of theirs.");
    }

    private static StataHeader ReadPlain(ByteInput input, StataLayout layout, string? encoding)
    {
        input.IsBigEndian = input.Take(1)[0] == 1;
        input.Skip(2);
        int variables = (ushort)input.Int16();
        int rows = input.Count("rows", int.MaxValue);
        input.Skip(81 + 18);
        int[] types = [.. input.Take(variables).ToArray().Select(type => (int)type)];
        StataHeader header = ReadVariables(input, layout, types, rows, encoding, _ => { });

        // Characteristics, of no use here.
        while (true)
        {
            byte kind = input.Take(1)[0];
            int length = input.Count("bytes of a characteristic", int.MaxValue);
            if (kind == 0 && length == 0)
            {
                return header;
            }

            input.Skip(length);
        }
    }

    private static StataHeader ReadMarked(ByteInput input, string? encoding)
    {
        Expect(input, "stata_dta><header><release>");
        string release = Encoding.ASCII.GetString(input.Take(3));
        if (release is not ("117" or "118" or "119"))
        {
            throw SurvivalDataException.AtFile(
                input.Name, $"Stata's format {release} is not known; one of 113 to 119 (Stata 8 to 18) was expected.");
        }

        var layout = new StataLayout(int.Parse(release, System.Globalization.CultureInfo.InvariantCulture));
        Expect(input, "</release><byteorder>");
        input.IsBigEndian = Encoding.ASCII.GetString(input.Take(3)) == "MSF";
        Expect(input, "</byteorder><K>");
        int variables = layout.Version >= 119 ? input.Count("variables", MostVariables) : (ushort)input.Int16();
        Expect(input, "</K><N>");
        long rows = layout.Version >= 118 ? input.Int64() : (uint)input.Int32();
        Expect(input, "</N><label>");
        input.Skip(layout.Version >= 118 ? (ushort)input.Int16() : input.Take(1)[0]);
        Expect(input, "</label><timestamp>");
        input.Skip(input.Take(1)[0]);
        Expect(input, "</timestamp></header><map>");
        input.Skip(14 * 8);
        Expect(input, "</map><variable_types>");
        var types = new int[variables];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = (ushort)input.Int16();
        }

        Expect(input, "</variable_types>");
        StataHeader header = ReadVariables(input, layout, types, rows, encoding, mark => Expect(input, mark));
        Expect(input, "<characteristics>");
        while (Encoding.ASCII.GetString(input.Take(4)) == "<ch>")
        {
            input.Skip(input.Count("bytes of a characteristic", int.MaxValue));
            Expect(input, "</ch>");
        }

        Expect(input, "aracteristics><data>");
        return header;
    }

    private static StataHeader ReadVariables(
        ByteInput input, StataLayout layout, int[] types, long rows, string? encodingName, Action<string> expect)
    {
        if (rows is < 0 or > int.MaxValue)
        {
            throw input.Damaged(FormattableString.Invariant($"{rows} rows"));
        }

        if (types.Length == 0)
        {
            throw SurvivalDataException.AtFile(input.Name, "the file has no variables; at least one was expected.");
        }

        Encoding encoding = encodingName is not null ? TextEncodings.Lenient(encodingName, input.Name)
            : layout.Version >= 118 ? Encoding.UTF8
            : TextEncodings.Western;
        string[] Texts(string mark, int width)
        {
            expect($"<{mark}>");
            string[] texts = [.. types.Select(_ => ByteInput.Padded(input.Take(width), encoding))];
            expect($"</{mark}>");
            return texts;
        }

        string[] names = Texts("varnames", layout.Name);
        expect("<sortlist>");
        input.Skip((long)layout.SortEntry * (types.Length + 1));
        expect("</sortlist>");
        string[] formats = Texts("formats", layout.Format);
        string[] sets = Texts("value_label_names", layout.Name);
        string[] labels = Texts("variable_labels", layout.Label);
        StataVariable Variable(int i)
        {
            (StataStorage storage, int width) = layout.TypeOf(types[i])
                ?? throw input.Damaged(FormattableString.Invariant($"the type {types[i]} of the variable {names[i]}"));
            return new StataVariable(names[i], storage, width, formats[i], sets[i], labels[i]);
        }

        return new StataHeader(layout, rows, [.. Enumerable.Range(0, types.Length).Select(Variable)], encoding);
    }

    /// <summary>Goes past a mark, which has to stand here.</summary>
    public static void Expect(ByteInput input, string mark)
    {
        string found = Encoding.ASCII.GetString(input.Take(mark.Length));
        if (found != mark)
        {
            throw input.Damaged($"\"{found}\" instead of \"{mark}\"");
        }
    }
}
