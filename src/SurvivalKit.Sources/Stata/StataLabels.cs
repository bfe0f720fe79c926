using System.Text;

namespace SurvivalKit.Sources;

/// <summary>The sets of labels at the end of a Stata file.</summary>
internal sealed class StataLabels
{
    private static readonly (Dictionary<double, string>, Dictionary<int, string>) Nothing = ([], []);

    private readonly Dictionary<string, (Dictionary<double, string> Values, Dictionary<int, string> Missing)> _sets = [];

    /// <summary>Reads them.</summary>
    public static StataLabels Read(ByteInput input, StataHeader header)
    {
        var labels = new StataLabels();
        input.Where = () => "in its labels of values";
        if (header.Layout.HasMarks)
        {
            StataHeader.Expect(input, "<value_labels>");
            while (Encoding.ASCII.GetString(input.Take(5)) == "<lbl>")
            {
                labels.ReadSet(input, header, input.Int32());
                StataHeader.Expect(input, "</lbl>");
            }
        }
        else
        {
            while (!input.IsAtEnd)
            {
                labels.ReadSet(input, header, input.Int32());
            }
        }

        return labels;
    }

    /// <summary>The labels of numbers and of missing values (2 for <c>.a</c>, and so on) in a set.</summary>
    public (IReadOnlyDictionary<double, string> Values, IReadOnlyDictionary<int, string> Missing) Of(string set) =>
        _sets.GetValueOrDefault(set, Nothing);

    private void ReadSet(ByteInput input, StataHeader header, int length)
    {
        string name = ByteInput.Padded(input.Take(header.Layout.Name), header.Encoding);
        input.Skip(3);
        int count = input.Count("labels of values", length / 8);
        int size = input.Count("bytes of labels", length);
        var offsets = new int[count];
        var values = new int[count];
        for (int i = 0; i < count; i++)
        {
            offsets[i] = input.Count("as the place of a label", size);
        }

        for (int i = 0; i < count; i++)
        {
            values[i] = input.Int32();
        }

        ReadOnlySpan<byte> texts = input.Take(size);
        (Dictionary<double, string> ofValues, Dictionary<int, string> ofMissing) = ([], []);
        for (int i = 0; i < count; i++)
        {
            string text = ByteInput.Padded(texts[offsets[i]..], header.Encoding);
            if (StataMissing.OfLong(values[i]) is > 0 and int kind)
            {
                ofMissing[kind] = text;
            }
            else
            {
                ofValues[values[i]] = text;
            }
        }

        _sets[name] = (ofValues, ofMissing);
    }
}
