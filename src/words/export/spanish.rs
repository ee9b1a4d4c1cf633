//! A picture as a file, in Spanish.

use super::{Column, Export};
use crate::opportunity;

pub static ES: Export = Export {
    head: |column| match column {
        Column::Schools => "Escuelas",
        Column::From => "Primer día",
        Column::To => "Último día",
        Column::Purpose => "Propósito",
        Column::K => "Mínimo de salones",
        Column::Visited => "Salones visitados",
        Column::Sentence => "En una frase",
        Column::Protects => "Para qué es",
        Column::Strand => "Hilo",
        Column::LookForId => "Id del elemento",
        Column::LookFor => "Elemento",
        Column::Version => "Versión",
        Column::Line => "Umbral",
        Column::Group => "Grupo",
        Column::ComparedWith => "Se compara con",
        Column::Difference => "Diferencia",
        Column::Seen => "Se vio",
        Column::CouldBe => "Podría ser",
        Column::Rooms => "Salones",
        Column::Certainty => "Certeza",
        Column::Change => "Cambio",
        Column::Earlier => "Rondas anteriores",
        Column::Asked => "Preguntas anteriores",
        Column::Note => "Nota",
        Column::Contexts => "Lo que dijeron los docentes",
        Column::Action => "Lo que hará la dirección",
        Column::By => "Para el día",
        Column::Question => "Lo que pregunta un equipo",
    },
    meaning: |column| match column {
        Column::Schools => {
            "Las escuelas que se visitaron y se muestran juntas. En el archivo de un periodo: aquellas de las que trata la fila."
        }
        Column::From => {
            "El primer día de visitas, o del periodo, como año-mes-día. En el archivo de la conversación productiva cada ronda tiene su fila."
        }
        Column::To => "El último día de visitas, o del periodo.",
        Column::Purpose => "Lo que la ronda quería averiguar.",
        Column::K => "No se muestra nada sobre menos salones que estos. Son diez o más.",
        Column::Visited => "Cuántos salones se visitaron en la ronda, o que fueron muy pocos para decirlo.",
        Column::Sentence => {
            "La frase que está encima del panorama. Trata de todo, en cada fila; en el archivo de la conversación productiva, de la ronda más nueva."
        }
        Column::Protects => "Para qué se hizo el panorama y para qué no se usa nunca.",
        Column::Strand => "Conversación, participación o indagación. No se suman en nada.",
        Column::LookForId => "El id del elemento en la biblioteca.",
        Column::LookFor => "Lo que se observó.",
        Column::Version => "La versión de su redacción. Las filas de dos versiones no se pueden comparar.",
        Column::Line => {
            "Desde dónde un salón es un sí. Las filas con dos umbrales no se pueden comparar. Queda vacío si la biblioteca ya tiene otro umbral."
        }
        Column::Group => {
            "De qué salones trata la fila: de todos, de un grupo, o de varios grupos que eran muy pequeños por sí solos. Ningún salón está en dos grupos, y la fila de todos los salones se compone de los grupos."
        }
        Column::ComparedWith => {
            "Los salones de la ronda con los que se compara el grupo. De dos grupos, la primera fila lo dice de ambos."
        }
        Column::Difference => opportunity::ES.when_said,
        Column::Seen => {
            "En unos cuántos de cada diez salones se vio o se oyó. “Pocos salones o ninguno” y “casi todos los salones” nunca dicen cuántos exactamente, a propósito."
        }
        Column::CouldBe => {
            "Cuánto podría variar: al menos nueve de cada diez veces, otros salones en otros días caerían dentro. Abarca todo lo que el valor codificado puede significar."
        }
        Column::Rooms => {
            "En cuántos salones se basa la fila; un salón cuenta una vez. Nunca menos que el mínimo de salones."
        }
        Column::Certainty => {
            "De 10 a 19 salones es un primer panorama, de 20 a 29 es bastante estable y con 30 o más es estable; y si quienes visitan han comparado cómo ven un mismo salón."
        }
        Column::Change => {
            "Qué cambió desde la ronda anterior de las mismas escuelas. Solo se dice cuando el azar por sí solo casi nunca lo produciría."
        }
        Column::Earlier => {
            "Lo que dijeron rondas anteriores de las mismas escuelas, primero la más reciente, cada una con su último día. Cada ronda tiene su propio archivo."
        }
        Column::Asked => {
            "Las preguntas que los equipos asumieron antes de esta ronda y después de las anteriores. Que algo cambiara después de una pregunta no quiere decir que cambiara por ella."
        }
        Column::Note => {
            "Por qué algo no se muestra, o se muestra junto con otra cosa, y qué empezó con esta ronda. Nunca dice cuántos salones fueron."
        }
        Column::Contexts => {
            "Lo que los docentes dijeron de las visitas, solo lo que nombraron suficientes de ellos. Es de toda la ronda: nunca cuántos ni de qué salón o grupo."
        }
        Column::Action => "La acción que asumió la dirección al publicarse la ronda. Quién es aparece en la pantalla.",
        Column::By => "El día para el que debe estar hecha.",
        Column::Question => "La pregunta que asumió un equipo al publicarse la ronda.",
    },
    picture: "Panorama",
    dictionary: "Qué significan las columnas",
    column: "Columna",
    means: "Qué significa",
    all_schools: "Todas las escuelas que se muestran",
};
