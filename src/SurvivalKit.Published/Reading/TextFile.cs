using System.Text;

namespace SurvivalKit.Published;

/// <summary>Reads and writes whole UTF-8 texts, with errors in one sentence.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path, Utf8);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StudyFileException(path, "$", "there is no such file.");
        }
        catch (DecoderFallbackException)
        {
            throw new StudyFileException(path, "$", "the bytes are not UTF-8 text; a file saved as UTF-8 was expected.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StudyFileException(path, "$", "the file cannot be read: " + e.Message);
        }
    }

    /// <summary>Writes beside the file first, so that no file is left incomplete.</summary>
    public static void Write(string path, string text)
    {
        string beside = path + ".new";
        File.WriteAllText(beside, text, Utf8);
        File.Move(beside, path, overwrite: true);
    }
}
