namespace SurvivalKit.Sources;

/// <summary>Collects the values of a variable of a Stata file.</summary>
/// <param name="variable">The variable.</param>
/// <param name="header">The file's header.</param>
internal sealed class StataColumn(StataVariable variable, StataHeader header)
{
    // Lists, since the number of rows that a damaged file gives must not take the memory of the machine.
    private readonly List<double> _numbers = [];
    private readonly List<string?> _texts = [];
    private readonly List<(int Variable, long Row)> _places = [];
    private readonly Dictionary<int, int> _declared = [];
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>Reads the value of the next row.</summary>
    public void Read(ByteInput input)
    {
        switch (variable.Storage)
        {
            case StataStorage.Byte:
                var small = (sbyte)input.Take(1)[0];
                Store(small, StataMissing.OfByte(small));
                break;
            case StataStorage.Int:
                short middle = input.Int16();
                Store(middle, StataMissing.OfInt(middle));
                break;
            case StataStorage.Long:
                int whole = input.Int32();
                Store(whole, StataMissing.OfLong(whole));
                break;
            case StataStorage.Float:
                float single = BitConverter.Int32BitsToSingle(input.Int32());
                Store(single, StataMissing.OfFloat(single));
                break;
            case StataStorage.Double:
                double real = input.Double();
                Store(real, StataMissing.OfDouble(real));
                break;
            case StataStorage.Text:
                string text = ByteInput.Padded(input.Take(variable.Width), header.Encoding);
                _texts.Add(_known.TryGetValue(text, out string? same) ? same : _known[text] = text);
                break;
            default:
                _places.Add(StataLongTexts.Place(input, header.Layout));
                break;
        }
    }

    /// <summary>Adds the column to those of the frame.</summary>
    /// <param name="values">The columns.</param>
    /// <param name="longTexts">The texts behind the rows.</param>
    /// <param name="sets">The sets of labels.</param>
    public void AddTo(CodedValues values, StataLongTexts longTexts, StataLabels sets)
    {
        (IReadOnlyDictionary<double, string> labels, IReadOnlyDictionary<int, string> missing) = sets.Of(variable.LabelSet);
        var reasons = new MissingReasons();
        foreach ((int row, int kind) in _declared)
        {
            reasons.Add(row, missing.GetValueOrDefault(kind, StataMissing.Name(kind)));
        }

        var column = new CodedColumn(variable.Name, variable.Label, variable.Moment) { Labels = labels };
        if (!IsTextual(variable))
        {
            values.Add(column, [.. _numbers], reasons);
            return;
        }

        values.Add(
            column, variable.Storage == StataStorage.LongText ? [.. _places.Select(longTexts.At)] : [.. _texts], reasons);
    }

    private static bool IsTextual(StataVariable variable) => variable.Storage is StataStorage.Text or StataStorage.LongText;

    private void Store(double value, int missing)
    {
        if (missing > 1)
        {
            _declared[_numbers.Count] = missing;
        }

        _numbers.Add(missing == 0 ? value : double.NaN);
    }
}
