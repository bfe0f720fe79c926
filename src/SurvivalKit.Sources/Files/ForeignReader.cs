namespace SurvivalKit.Sources;

/// <summary>Runs the reader of another library, whose exceptions are of any kind where a file is damaged.</summary>
internal static class ForeignReader
{
    /// <summary>Runs a reader.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="kind">What it should be, as "Parquet file".</param>
    /// <param name="read">The reader.</param>
    /// <exception cref="SurvivalDataException">The reader failed: the file is damaged, breaks off, or is of another kind.</exception>
    public static T Run<T>(string name, string kind, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not SurvivalDataException)
        {
            throw SurvivalDataException.AtFile(name, $"the file is no whole {kind}: {e.Message.Split('\n')[0].Trim().TrimEnd('.')}.");
        }
    }
}
