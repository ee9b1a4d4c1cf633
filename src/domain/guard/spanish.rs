//! Spanish words that judge or guess, without their accents, as the guard reads them.

use super::vocabulary::Words;

pub(super) const WORDS: Words = Words {
    judging: "buen buena bueno buenas buenos muy_buen* muy_bien bien mejor mejores peor peores mal mala malo malas malos muy_mal excelente* maravillos* \
        fantastic* increibl* estupend* genial geniales hermos* bonit* lind* preciosa preciosas debil debiles deberia* debio debieron debe \
        deben deberan debemos tiene_que tienen_que tenia_que tiene_que_mejorar hay_que habria_que hace_falta falta_de falto faltaron falta_mas \
        falta_mejorar le_falta les_falta necesita_mejorar necesita_mas necesitan_mas necesita_*ar necesita_*er necesita_*ir necesitan_*ar necesitan_*er necesitan_*ir obviamente obvio obvia claramente evidentemente evidente sin_duda lamentable* \
        desafortunada* desgraciada* afortunada* por_desgracia por_suerte tristemente interesante* adecuad* inadecuad* apropiad* inapropiad* \
        efectiv* inefectiv* eficaz eficaces eficient* ineficient* exitos* exito fracas* demasiado_* demasiada_* demasiados_* demasiadas_* demasiado \
        muy_rapido muy_lento muy_poco muy_poca muy_largo muy_larga muy_corto muy_corta deficien* insuficient* pesim* optim* terribl* \
        horribl* fatal desorganiz* desordenad* caotic* caos carinos* amable* amablemente respetuos* irrespetuos* groser* maleducad* \
        perezos* inteligente* capaz capaces incapa* creativ* superficial* significativ* valios* util utiles inutil* productiv* \
        improductiv* atrasad* esforz* esfuerz* lograr* logro lograron logran logra mejor* empeor* batall* les_costo le_costo dificultad* admirabl* impresionant* \
        destacad* sobresalient* divertid* aceptabl* inaceptabl* bien_hecho bajo_nivel alto_nivel no_suficiente* \
        clase_aburrida leccion_aburrida actividad_aburrida poca_participacion acogedor* agradabl* desagradabl* \
        magnific* espectacular* esplendid* estupid* tont* travies* flojos flojas floja flojo brillante* talentos* mediocre* \
        rigor rigurosa riguroso impecabl* poco_clar* irrelevant* innecesari* monoton* dominan dominaron domina el_dominio",
    judging_said_of: "fuerte fuertes pobre pobres rico rica ricos ricas claro clara claros claras lento lenta lentos rapido rapida regular \
        organizad* preparad* paciente pacientes impaciente* educad* listo lista listos listas profund* perfect* estrict* positiv* negativ* justo \
        justa injust* facil dificil especific* calid* frio fria duro dura suave ruidos* solid* coherent* ordenad* dinamic* sencill* basic* \
        bajo baja alto alta escas* limitad* normal adelantad* correcto correcta",
    guessing: "interesad* desinteresad* desinteres interes motivad* desmotivad* motivacion entend* entiend* comprend* comprension aburrid* aburrimiento \
        se_aburr* quier* queria querian querer quis* intento_* intentaron intentaba* intentando intenta intentan trato_de trataron_de trataba_de trataban_de \
        tratan_de tratando_de siente sienten sintio sintieron sentia sentian se_siente se_sienten gusta gustan gusto_mucho gustaba gustaban gustaron les_gusta le_gusta les_gusto le_gusto \
        les_encanta le_encanta les_encanto les_encanto encantad* disfrut* odian odia odio feliz felices content* triste tristes orgullos* orgullo nervios* ansios* \
        preocup* asustad* miedo tienen_miedo da_pena dan_pena les_da_pena le_da_pena verguenza timid* avergonzad* apenad* frustrad* frustracion enojad* enojo \
        se_enoj* enojaron molest* cansad* entusias* emocionad* emocion emociono confundid* confus* confusion distraid* distraen distrajo concentrad* concentracion enfocad* atent* desatent* \
        presta_atencion prestan_atencion prestaba_atencion prestaban_atencion no_prestaba_atencion no_prestaban_atencion pone_atencion \
        ponen_atencion ponian_atencion pusieron_atencion sin_atencion comod* incomod* sabe saben sabia sabian supo supieron no_sabe no_saben piensa piensan \
        pensaba pensaban penso pensaron cree creen creia creian creyo creo recuerd* recordaron recordo recordaba* \
        se_acuerd* se_acord* parece parecen parecia parecian parecio se_dieron_cuenta se_dio_cuenta dese* prefier* prefer* ignor* olvid* se_les_olvido no_les_importa no_le_importa \
        importarles curios* comprometid* involucrad* confianza confiad* inseguro* insegura* inseguridad animad* desanimad* calmad* tranquil* \
        aprendieron aprendio con_ganas sin_ganas tienen_ganas gozan gozaron aman ama_la aman_la dud* sorprendid* indiferent* apatic* estresad* \
        agobiad* satisfech* decepcionad* impresionad* entretenid* ilusionad* harto hartos harta decidio decidieron convencid*",
    guessing_said_of: "segur* perdid* serio seria serios listos_para dispuest* calmo alegre* consciente*",
    harmless: "buenos_dias buenas_tardes buenas_noches buen_dia mejores_amigos mejores_amigas mejor_amigo mejor_amiga el_bien el_mal los_malos \
        mas_bien si_bien bien_y mal_tiempo borrador_final emociones_* las_emociones el_odio el_miedo_de lista_de la_lista una_lista \
        numeros_negativos numero_negativo numeros_positivos clara_de claras_de cuadrado_perfecto frase_clave comprension_lectora \
        inteligencia_artificial debe_decir interes_simple interes_compuesto educacion_fisica buena_vista bien_comun",
};
