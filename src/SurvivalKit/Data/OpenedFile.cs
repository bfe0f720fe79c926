namespace SurvivalKit;

/// <summary>Opens a file for a reader; what keeps it from being read is one sentence.</summary>
internal static class OpenedFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">The reader of its bytes.</param>
    /// <exception cref="SurvivalDataException">There is no such file, or it cannot be read.</exception>
    public static T Read<T>(string path, Func<FileStream, T> read)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return read(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw SurvivalDataException.AtFile(path, "there is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SurvivalDataException.AtFile(path, "the file cannot be read: " + e.Message);
        }
    }
}
