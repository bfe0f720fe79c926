namespace SurvivalKit;

/// <summary>The sampling units of a jackknife: the clusters of a group numbered from 0, or each row as its own.</summary>
internal static class ClusterPlaces
{
    /// <summary>Writes the number of each row's cluster at the row's place.</summary>
    /// <returns>The number of clusters.</returns>
    public static int Number(ReadOnlySpan<int> rows, int[] clusters, int[] places)
    {
        GroupCodes numbered = clusters.Length == 0 ? GroupCodes.None : GroupCodes.FromNumbers(ClustersOf(rows, clusters));
        for (int i = 0; i < rows.Length; i++)
        {
            places[rows[i]] = clusters.Length == 0 ? i : numbered.Codes[i];
        }

        return clusters.Length == 0 ? rows.Length : numbered.Count;
    }

    private static int[] ClustersOf(ReadOnlySpan<int> rows, int[] clusters)
    {
        var own = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            own[i] = clusters[rows[i]];
        }

        return own;
    }
}
