using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Which cells of a column have a value; all do at first.</summary>
internal sealed class CellPresence
{
    private readonly byte[] _present;
    private int _missing;

    /// <summary>For a number of rows.</summary>
    public CellPresence(int rows)
    {
        _present = new byte[(rows + 7) / 8];
        _present.AsSpan().Fill(0xFF);
    }

    /// <summary>Declares a cell to be missing.</summary>
    public void Remove(int row)
    {
        byte bit = (byte)(1 << (row & 7));
        _missing += (_present[row >> 3] & bit) != 0 ? 1 : 0;
        _present[row >> 3] &= (byte)~bit;
    }

    /// <summary>The column of the values; a number that is none (NaN) is missing too.</summary>
    public DataFrameColumn ToColumn<T>(string name, T[] values)
        where T : unmanaged
    {
        if (values is double[] numbers)
        {
            for (int row = 0; row < numbers.Length; row++)
            {
                if (double.IsNaN(numbers[row]))
                {
                    Remove(row);
                    numbers[row] = 0;
                }
            }
        }

        return TypedColumns.Of(name, values, _present, _missing);
    }
}
