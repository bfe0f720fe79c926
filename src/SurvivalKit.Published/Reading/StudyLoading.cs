namespace SurvivalKit.Published;

/// <summary>Reads studies: <c>Study.Load("data-samples/ep-nec-2025")</c>.</summary>
/// <remarks>These extension members of <see cref="Study"/> are here because a study does not depend on its file format.</remarks>
public static class StudyLoading
{
    extension(Study)
    {
        /// <summary>Reads a study file and checks it.</summary>
        /// <param name="path">The file, or a folder with a <c>study.json</c>.</param>
        /// <exception cref="StudyFileException">The file is missing or bad: JSON path and reason in one sentence.</exception>
        public static Study Load(string path) => StudyFile.Load(path);

        /// <summary>Reads the text of a study file and checks it.</summary>
        /// <param name="json">The text.</param>
        /// <param name="name">The name of the text in error messages.</param>
        /// <exception cref="StudyFileException">The text is bad: JSON path and reason in one sentence.</exception>
        public static Study Parse(string json, string name = "study.json") => StudyFile.Parse(json, name);
    }
}
