using System.Globalization;
using System.Text;

namespace SurvivalKit.Sources;

/// <summary>Collects the values of a variable of an SPSS file.</summary>
/// <param name="variable">The variable.</param>
/// <param name="encoding">The encoding of texts.</param>
/// <param name="use">What becomes of values declared missing.</param>
internal sealed class SpssColumn(SpssVariable variable, Encoding encoding, DeclaredMissingUse use)
{
    private readonly List<double> _numbers = [];
    private readonly List<string?> _texts = [];
    private readonly MissingReasons _reasons = new();
    private readonly byte[] _text = new byte[8 * variable.Cells];
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private int _cell;

    /// <summary>The cells that a value takes.</summary>
    public int Cells => variable.Cells;

    /// <summary>Takes the next cell.</summary>
    public void Append(ReadOnlySpan<byte> cell, bool isBigEndian)
    {
        if (!variable.IsText)
        {
            Append(SpssRawVariable.Number(cell, isBigEndian));
            return;
        }

        cell.CopyTo(_text.AsSpan(8 * _cell));
        if (++_cell == Cells)
        {
            _cell = 0;
            Append(Text());
        }
    }

    /// <summary>Adds the column to those of the frame.</summary>
    public void AddTo(CodedValues values)
    {
        var column = new CodedColumn(variable.Name, variable.Label, variable.Moment)
        {
            Labels = Kept(variable.Labels, variable.Missing.Has),
            TextLabels = Kept(variable.TextLabels, variable.Missing.Has),
        };
        if (variable.IsText)
        {
            values.Add(column, [.. _texts], _reasons);
        }
        else
        {
            values.Add(column, [.. _numbers], _reasons);
        }
    }

    // A level for a value that is missing wherever it stands would be an empty one.
    private Dictionary<T, string> Kept<T>(Dictionary<T, string> labels, Func<T, bool> isMissing)
        where T : notnull => use == DeclaredMissingUse.Values
        ? labels
        : labels.Where(pair => !isMissing(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);

    private void Append(double value)
    {
        bool isDeclared = use != DeclaredMissingUse.Values && value != SpssFile.SystemMissing && variable.Missing.Has(value);
        if (isDeclared)
        {
            _reasons.Add(_numbers.Count, variable.Labels.GetValueOrDefault(value, value.ToString(CultureInfo.InvariantCulture)));
        }

        _numbers.Add(isDeclared || value == SpssFile.SystemMissing ? double.NaN : value);
    }

    private void Append(string value)
    {
        bool isDeclared = use != DeclaredMissingUse.Values && value.Length > 0 && variable.Missing.Has(value);
        if (isDeclared)
        {
            _reasons.Add(_texts.Count, variable.TextLabels.GetValueOrDefault(value, value));
        }

        // Most texts come again and again.
        if (!_known.TryGetValue(value, out string? same))
        {
            _known.Add(value, same = value);
        }

        _texts.Add(isDeclared ? null : same);
    }

    // Each part of a very long text ends with a byte that is not one of its own.
    private string Text()
    {
        if (variable.Width <= 255)
        {
            return ByteInput.Padded(_text.AsSpan(0, variable.Width), encoding);
        }

        byte[] whole = [.. _text.Chunk(256).SelectMany(part => part.AsSpan(0, Math.Min(255, part.Length)).ToArray())];
        return ByteInput.Padded(whole.AsSpan(0, Math.Min(whole.Length, variable.Width)), encoding);
    }
}
