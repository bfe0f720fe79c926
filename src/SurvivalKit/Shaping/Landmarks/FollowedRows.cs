namespace SurvivalKit;

/// <summary>The rows of each subject in the order of time, and what happens after a time to those at risk then.</summary>
internal sealed class FollowedRows
{
    private readonly ShapedResponse _response;
    private readonly int[][] _rowsOf;

    private FollowedRows(ShapedResponse response, int[][] rowsOf, int missing)
    {
        _response = response;
        _rowsOf = rowsOf;
        Missing = missing;
    }

    /// <summary>The number of subjects.</summary>
    public int Subjects => _rowsOf.Length;

    /// <summary>The number of rows that miss a time or the status.</summary>
    public int Missing { get; }

    /// <exception cref="SurvivalDataException">An id is missing, or two rows of a subject overlap.</exception>
    public static FollowedRows Read(ShapedResponse response, string? id)
    {
        int[] complete =
        [
            .. Enumerable.Range(0, response.Stop.Length).Where(row => double.IsFinite(response.Stop[row])
                && !double.IsNaN(response.Status[row]) && (response.Start is null || double.IsFinite(response.Start[row]))),
        ];
        int missing = response.Stop.Length - complete.Length;
        if (id is null)
        {
            return new FollowedRows(response, [.. complete.Select(row => (int[])[row])], missing);
        }

        SubjectKeys keys = SubjectKeys.Read(response.Data, id);
        int[][] rowsOf =
        [
            .. complete.GroupBy(row => keys[row]).Select(
                group => group.OrderBy(row => response.Stop[row]).ToArray()),
        ];
        foreach (int[] rows in rowsOf)
        {
            for (int i = 1; i < rows.Length; i++)
            {
                if (response.Start is null || response.Start[rows[i]] < response.Stop[rows[i - 1]])
                {
                    throw keys.Overlap(rows[i], rows[i - 1]);
                }
            }
        }

        return new FollowedRows(response, rowsOf, missing);
    }

    /// <summary>Those at risk just after a time, in the order of the data: the row that holds then, and the end of follow-up.</summary>
    public IEnumerable<(int Row, double Stop, double Status)> AtRisk(double time)
    {
        foreach (int[] rows in _rowsOf)
        {
            int at = Array.FindIndex(rows, row => _response.Stop[row] > time
                && (_response.Start is null || _response.Start[row] <= time));
            if (at >= 0)
            {
                int last = at;
                while (_response.Status[rows[last]] == 0 && last + 1 < rows.Length
                    && _response.Start![rows[last + 1]] == _response.Stop[rows[last]])
                {
                    last++;
                }

                yield return (rows[at], _response.Stop[rows[last]], _response.Status[rows[last]]);
            }
        }
    }
}
