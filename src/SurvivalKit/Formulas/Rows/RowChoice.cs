namespace SurvivalKit;

/// <summary>The complete rows: those in which no value that a formula uses is missing.</summary>
internal sealed class RowChoice(int rows)
{
    private bool[]? _incomplete;

    /// <summary>Leaves out the rows in which a value is missing.</summary>
    public void Require(FormulaValue value)
    {
        switch (value)
        {
            case FormulaValue.Numbers numbers:
                Require(numbers.Values.Span);
                break;
            case FormulaValue.Matrix matrix:
                Require(matrix.Columns[0].Span);
                break;
            case FormulaValue.Logicals logicals:
                Require(logicals.Values);
                break;
            case FormulaValue.Levels levels:
                Require(levels.Codes);
                break;
        }
    }

    /// <summary>Leaves out the rows whose number is missing.</summary>
    public void Require(ReadOnlySpan<double> values)
    {
        if (Finite.All(values))
        {
            return;
        }

        bool[] incomplete = _incomplete ??= new bool[rows];
        for (int i = 0; i < incomplete.Length; i++)
        {
            incomplete[i] |= double.IsNaN(values[i]);
        }
    }

    /// <summary>Leaves out a row.</summary>
    public void LeaveOut(int row) => (_incomplete ??= new bool[rows])[row] = true;

    /// <summary>The complete rows, increasing; null where all are.</summary>
    public int[]? Kept()
    {
        int left = _incomplete is null ? 0 : _incomplete.AsSpan().Count(true);
        if (left == 0)
        {
            return null;
        }

        var kept = new int[rows - left];
        for (int row = 0, at = 0; row < rows; row++)
        {
            if (!_incomplete![row])
            {
                kept[at++] = row;
            }
        }

        return kept;
    }

    private void Require(sbyte[] values)
    {
        if (values.AsSpan().Contains((sbyte)-1))
        {
            bool[] incomplete = _incomplete ??= new bool[rows];
            for (int i = 0; i < incomplete.Length; i++)
            {
                incomplete[i] |= values[i] < 0;
            }
        }
    }

    private void Require(int[] codes)
    {
        if (codes.AsSpan().ContainsAnyExceptInRange(0, int.MaxValue))
        {
            bool[] incomplete = _incomplete ??= new bool[rows];
            for (int i = 0; i < incomplete.Length; i++)
            {
                incomplete[i] |= codes[i] < 0;
            }
        }
    }
}
