using System.Text;

namespace SurvivalKit.Sources;

/// <summary>The records of an SPSS file between its header and its rows: variables, labels, long names.</summary>
/// <remarks>Source: the description of the format in the developers' manual of GNU PSPP, "System File Format".</remarks>
internal sealed class SpssDictionary
{
    private const int MostVariables = 1 << 20;

    private readonly ByteInput _input;

    // What was read before the encoding was known: the record of the encoding comes after those of the variables.
    private readonly List<SpssRawVariable> _raw = [];
    private readonly List<(byte[] Value, byte[] Label, int[] Cells)> _labels = [];
    private readonly Dictionary<int, byte[]> _extensions = [];
    private readonly Dictionary<int, int> _variableAtCell = [];
    private int _cells;

    private SpssDictionary(ByteInput input) => _input = input;

    /// <summary>The encoding of the texts.</summary>
    public Encoding Encoding { get; private set; } = Encoding.UTF8;

    /// <summary>The variables, those that continue another left out.</summary>
    public List<SpssVariable> Variables { get; private set; } = [];

    /// <summary>The number of rows, where a record gives it.</summary>
    public long? Rows { get; private set; }

    /// <summary>Reads the records up to the first row.</summary>
    public static SpssDictionary Read(ByteInput input, string? encoding)
    {
        var dictionary = new SpssDictionary(input);
        dictionary.ReadRecords();
        dictionary.Encoding = encoding is null
            ? SpssEncoding.Of(dictionary._extensions, input)
            : TextEncodings.Lenient(encoding, input.Name);
        dictionary.Interpret();
        return dictionary;
    }

    private void ReadRecords()
    {
        while (true)
        {
            int kind = _input.Int32();
            switch (kind)
            {
                case 2:
                    ReadVariable();
                    break;
                case 3:
                    ReadLabels();
                    break;
                case 6:
                    _input.Skip(80L * _input.Count("lines of notes", 1 << 24));
                    break;
                case 7:
                    ReadExtension();
                    break;
                case 999:
                    _input.Skip(4);
                    return;
                default:
                    throw _input.Damaged(FormattableString.Invariant($"a record of the kind {kind}"));
            }
        }
    }

    private void ReadVariable()
    {
        int width = _input.Int32();
        bool hasLabel = _input.Int32() == 1;
        int missing = _input.Int32();
        int format = _input.Int32();
        _input.Skip(4);
        byte[] name = _input.Take(8).ToArray();
        byte[] label = [];
        if (hasLabel)
        {
            int length = _input.Count("letters of a label", 1 << 16);
            label = _input.Take(length).ToArray();
            _input.Skip((4 - (length % 4)) % 4);
        }

        if (missing is < -3 or > 3)
        {
            throw _input.Damaged(FormattableString.Invariant($"{missing} missing values of a variable"));
        }

        byte[] values = _input.Take(8 * Math.Abs(missing)).ToArray();
        if (width >= 0)
        {
            _variableAtCell[_cells + 1] = _raw.Count;
            _raw.Add(new SpssRawVariable(name, width, (format >> 16) & 0xFF, label, missing, values));
        }

        if (++_cells > MostVariables)
        {
            throw _input.Damaged("more than a million variables");
        }
    }

    private void ReadLabels()
    {
        int count = _input.Count("labels of values", 1 << 24);
        var labels = new List<(byte[] Value, byte[] Label)>();
        for (int i = 0; i < count; i++)
        {
            byte[] value = _input.Take(8).ToArray();
            int length = _input.Take(1)[0];
            labels.Add((value, _input.Take(length).ToArray()));
            _input.Skip((8 - ((length + 1) % 8)) % 8);
        }

        if (_input.Int32() != 4)
        {
            throw _input.Damaged("a list of labels without its variables");
        }

        int[] cells = new int[_input.Count("variables with labels", MostVariables)];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = _input.Int32();
        }

        _labels.AddRange(labels.Select(label => (label.Value, label.Label, cells)));
    }

    private void ReadExtension()
    {
        int kind = _input.Int32();
        long size = (long)_input.Count("bytes of an item", int.MaxValue) * _input.Count("items", int.MaxValue);
        if (size > 1 << 28)
        {
            throw _input.Damaged(FormattableString.Invariant($"a record of {size} bytes"));
        }

        _extensions[kind] = _input.Take((int)size).ToArray();
    }

    private void Interpret()
    {
        var variables = _raw.ConvertAll(raw => raw.ToVariable(Encoding, _input.IsBigEndian));
        foreach ((byte[] value, byte[] label, int[] cells) in _labels)
        {
            string text = Encoding.GetString(label).TrimEnd();
            foreach (int cell in cells)
            {
                SpssVariable variable = _variableAtCell.TryGetValue(cell, out int place)
                    ? variables[place]
                    : throw _input.Damaged(FormattableString.Invariant($"a label of a variable {cell}, which there is not,"));
                if (variable.IsText)
                {
                    variable.TextLabels[ByteInput.Padded(value, Encoding)] = text;
                }
                else
                {
                    variable.Labels[SpssRawVariable.Number(value, _input.IsBigEndian)] = text;
                }
            }
        }

        var extensions = new SpssExtensions(_extensions, Encoding, _input);
        Rows = extensions.Rows();
        Variables = extensions.Join(variables);
        extensions.Name(Variables);
        extensions.LabelLongTexts(Variables);
        extensions.MissingLongTexts(Variables);
    }
}
